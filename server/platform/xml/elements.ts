// Elements of one kind out of a large XML file, one after another; the file is never in memory as a whole.
import sax from 'sax';

/** An element with what stands in it; attributes are left aside, `text` is trimmed. */
export interface XmlTree {
  readonly name: string;
  readonly text: string;
  readonly children: readonly XmlTree[];
}

export class UnreadableXml extends Error {
  override readonly name = 'UnreadableXml';
}

interface Open {
  readonly name: string;
  text: string;
  readonly children: Open[];
}

/** One element of a notice list has a few thousand letters; more is made on purpose. */
const MOST_TEXT = 1_000_000;
const MOST_NODES = 20_000;
const MOST_DEPTH = 60;

/** Only the five entities of XML itself: nothing that a file declares is ever expanded. */
const OPTIONS = { trim: false, strictEntities: true } as sax.SAXOptions;

/** The name without the prefix of its namespace. */
const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * @param names of the elements that are given out; everything around them is passed over
 * @throws UnreadableXml for what is not well-formed, declares a document type, or holds an element beyond all measure
 */
export async function* xmlElements(
  chunks: AsyncIterable<Uint8Array>,
  names: readonly string[],
): AsyncGenerator<XmlTree> {
  const parser = sax.parser(true, OPTIONS);
  const path: Open[] = [];
  let depth = 0;
  let size = 0;
  let nodes = 0;
  let fault: Error | null = null;
  const done: XmlTree[] = [];
  const fail = (message: string) => {
    fault ??= new UnreadableXml(message);
  };
  parser.onerror = (error) => {
    fail(error.message.split('\n')[0] ?? 'not well-formed');
    parser.resume();
  };
  parser.ondoctype = () => fail('a document type is not taken');
  parser.onopentag = ({ name }) => {
    depth += 1;
    if (depth > MOST_DEPTH) fail('too deep');
    const local = localName(name);
    if (path.length === 0 && !names.includes(local)) return;
    if (path.length === 0) [size, nodes] = [0, 0];
    nodes += 1;
    if (nodes > MOST_NODES) fail('too many elements in one');
    const open: Open = { name: local, text: '', children: [] };
    path.at(-1)?.children.push(open);
    path.push(open);
  };
  const addText = (text: string) => {
    const open = path.at(-1);
    if (!open) return;
    size += text.length;
    if (size > MOST_TEXT) fail('too much text in one element');
    else open.text += text;
  };
  parser.ontext = addText;
  parser.oncdata = addText;
  parser.onclosetag = () => {
    depth -= 1;
    const closed = path.pop();
    if (!closed) return;
    closed.text = closed.text.trim();
    if (path.length === 0) done.push(closed);
  };
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const write = (text: string) => {
    parser.write(text);
    if (fault) throw fault;
  };
  for await (const chunk of chunks) {
    write(decode(decoder, chunk));
    yield* done.splice(0);
  }
  parser.close();
  if (fault) throw fault;
  yield* done.splice(0);
}

function decode(decoder: InstanceType<typeof TextDecoder>, chunk: Uint8Array): string {
  try {
    return decoder.decode(chunk, { stream: true });
  } catch {
    throw new UnreadableXml('not UTF-8');
  }
}
