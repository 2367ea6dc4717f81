// Refuses packed files that unpack to far more than they are, by unpacking them under a limit before anybody else does.
import { inflateRawSync } from 'node:zlib';

/** All entries together. A list of a thousand lines is far below a megabyte. */
const MOST_BYTES = 20_000_000;
const MOST_ENTRIES = 200;
/** Text packs to a tenth or so; a hundredth is made on purpose. Small entries are left alone. */
const MOST_RATIO = 100;
const SMALL = 200_000;

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

/** @throws Error for what is no ZIP file, has too many entries, unpacks to too much, or holds entities of its own */
export function demandHonestZip(bytes: Buffer): void {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== END) throw new Error('no directory');
  const entries = bytes.readUInt16LE(end + 10);
  if (entries > MOST_ENTRIES) throw new Error('too many entries');
  let at = bytes.readUInt32LE(end + 16);
  let left = MOST_BYTES;
  for (let entry = 0; entry < entries; entry += 1) {
    if (bytes.readUInt32LE(at) !== CENTRAL) throw new Error('the directory is broken');
    const method = bytes.readUInt16LE(at + 10);
    const packed = bytes.readUInt32LE(at + 20);
    const local = bytes.readUInt32LE(at + 42);
    if (bytes.readUInt32LE(local) !== LOCAL) throw new Error('an entry is missing');
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = bytes.subarray(start, start + packed);
    if (method !== 0 && method !== 8) throw new Error('packed in an unusual way');
    // What the directory says of sizes is only a claim: the limit is put on the unpacking itself.
    const plain = method === 8 ? inflateRawSync(content, { maxOutputLength: Math.max(left, 1) }) : content;
    left -= plain.length;
    if (left < 0 || (plain.length > SMALL && plain.length > packed * MOST_RATIO)) throw new Error('a bomb');
    if (plain.includes('<!DOCTYPE') || plain.includes('<!ENTITY')) throw new Error('entities of its own');
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
}
