// Loads Prisma's own migration engine (WebAssembly), so that migrations need no downloaded binary.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';

interface EngineModule {
  __wbg_set_wasm(exports: Record<string, unknown>): void;
  SchemaEngine: typeof SchemaEngine;
}

/** Node has WebAssembly; its typings leave the loader to the DOM library, which a server does not include. */
const { WebAssembly: wasm } = globalThis as unknown as {
  WebAssembly: {
    instantiate(
      bytes: Uint8Array,
      imports: Record<string, unknown>,
    ): Promise<{ instance: { exports: Record<string, unknown> } }>;
  };
};

let loading: Promise<EngineModule> | undefined;

async function instantiate(): Promise<EngineModule> {
  const require = createRequire(import.meta.url);
  // Node 20 cannot import .wasm modules, so the glue code is bound to the instance by hand.
  const glue = (await import('@prisma/schema-engine-wasm/schema_engine_bg')) as unknown as EngineModule;
  const file = require
    .resolve('@prisma/schema-engine-wasm')
    .replace(/schema_engine\.js$/, 'schema_engine_bg.wasm');
  const { instance } = await wasm.instantiate(await readFile(file), { './schema_engine_bg.js': glue });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports['__wbindgen_start'] as () => void)();
  return glue;
}

/**
 * Opens the engine on a database reached through a driver adapter; the caller frees it.
 * @param adapter a bound migration-aware adapter factory of Prisma
 */
export async function openSchemaEngine(adapter: object): Promise<SchemaEngine> {
  loading ??= instantiate();
  const engine = await loading;
  return engine.SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter);
}
