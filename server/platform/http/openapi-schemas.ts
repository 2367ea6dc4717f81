// Collects zod schemas as JSON Schema components; what a schema takes and what it gives may be two components.
import { z } from 'zod';

export type JsonSchema = Record<string, unknown>;
type Direction = 'input' | 'output';

const PREFIX = '#/components/schemas/';
/** Marks a reference made on the input side until it is known whether input and output differ. */
const INPUT_MARK = '!input';

/** Formats say enough; zod's regular expressions for them would only be noise. */
const SPEAKING_FORMATS = new Set(['date-time', 'date', 'uuid', 'email']);

const convert = (schema: z.ZodType, io: Direction): JsonSchema =>
  z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      const { def } = zodSchema._zod;
      // Answers may grow new members; only strict objects promise that they do not.
      if (io === 'output' && def.type === 'object' && !('catchall' in def && def.catchall)) {
        delete jsonSchema.additionalProperties;
      }
      if (typeof jsonSchema.format === 'string' && SPEAKING_FORMATS.has(jsonSchema.format)) {
        delete jsonSchema.pattern;
      }
    },
  }) as JsonSchema;

/** Rewrites every `$ref` below `value`. */
function mapRefs(value: unknown, map: (ref: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => mapRefs(item, map));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key,
      key === '$ref' && typeof member === 'string' ? map(member) : mapRefs(member, map),
    ]),
  );
}

function refsIn(value: unknown): string[] {
  const found: string[] = [];
  mapRefs(value, (ref) => {
    found.push(ref.slice(PREFIX.length).replace(INPUT_MARK, ''));
    return ref;
  });
  return found;
}

/** The part of an OpenAPI document that the collector completes. */
export interface Described {
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> } & Record<string, unknown>;
  readonly [member: string]: unknown;
}

export interface SchemaCollector {
  /** @returns the schema, or a reference where it has a name */
  use(schema: z.ZodType, direction: Direction): JsonSchema;
  /** @returns members of an object schema, for parameters */
  members(schema: z.ZodType): { name: string; required: boolean; schema: JsonSchema }[];
  /** Resolves all marks in a finished document and adds the components. */
  finish(document: Described): Described;
}

export function createSchemaCollector(): SchemaCollector {
  const named: Record<Direction, Map<string, JsonSchema>> = { input: new Map(), output: new Map() };

  function take(schema: z.ZodType, direction: Direction): JsonSchema {
    const mark = direction === 'input' ? INPUT_MARK : '';
    const { $defs = {}, ...root } = mapRefs(convert(schema, direction), (ref) =>
      ref.replace(/^#\/\$defs\/(.+)$/, `${PREFIX}$1${mark}`),
    ) as JsonSchema & { $defs?: Record<string, JsonSchema> };
    for (const [name, definition] of Object.entries($defs)) {
      const { id: _id, ...content } = definition;
      const known = named[direction].get(name);
      if (known && JSON.stringify(known) !== JSON.stringify(content)) {
        throw new Error(`two schemas are called ${name}`);
      }
      named[direction].set(name, content);
    }
    delete root['$schema'];
    return root;
  }

  /** Names whose input form is not their output form, also because of what they refer to. */
  function findSplit(): Set<string> {
    const plain = (schema: JsonSchema | undefined) =>
      JSON.stringify(mapRefs(schema, (ref) => ref.replace(INPUT_MARK, '')));
    const both = [...named.input.keys()].filter((name) => named.output.has(name));
    const split = new Set(both.filter((n) => plain(named.input.get(n)) !== plain(named.output.get(n))));
    for (let size = -1; size !== split.size; ) {
      size = split.size;
      for (const name of both) {
        if (refsIn(named.output.get(name)).some((other) => split.has(other))) split.add(name);
      }
    }
    return split;
  }

  return {
    use(schema, direction) {
      // Inside an object a named schema becomes a reference; alone it would be written out.
      const { properties } = take(z.object({ it: schema }), direction) as { properties: { it: JsonSchema } };
      return properties.it;
    },
    members(schema) {
      const { properties = {}, required = [] } = take(schema, 'input') as {
        properties?: Record<string, JsonSchema>;
        required?: string[];
      };
      return Object.entries(properties).map(([name, member]) => ({
        name,
        required: required.includes(name),
        schema: member,
      }));
    },
    finish(document) {
      const split = findSplit();
      const resolve = (ref: string) => {
        if (!ref.endsWith(INPUT_MARK)) return ref;
        const name = ref.slice(PREFIX.length, -INPUT_MARK.length);
        return `${PREFIX}${split.has(name) ? `${name}Input` : name}`;
      };
      const all = new Map(named.output);
      for (const [name, schema] of named.input) {
        if (split.has(name)) all.set(`${name}Input`, schema);
        else if (!all.has(name)) all.set(name, schema);
      }
      const schemas = Object.fromEntries([...all].sort(([left], [right]) => (left < right ? -1 : 1)));
      const { components } = document;
      const complete = { ...components, schemas: { ...schemas, ...components.schemas } };
      return mapRefs({ ...document, components: complete }, resolve) as Described;
    },
  };
}
