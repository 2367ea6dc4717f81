// Office files are archives: judged by their list of contents alone, nothing is unpacked.
import yauzl from 'yauzl';

const MAX_ENTRIES = 5_000;
const MAX_BYTES = 400 * 1024 * 1024;
/** Text compresses to a tenth or a twentieth; a bomb to a thousandth. */
const MAX_RATIO = 200;
/** Small parts may repeat themselves: only what is large can fill a memory. */
const RATIO_FROM = 1024 * 1024;

export type ArchiveFault = 'HAS_MACROS' | 'ARCHIVE_BOMB' | 'IS_ENCRYPTED' | 'IS_CUT_OFF';

const MACRO = /(^|\/)(vbaProject\.bin|vbaData\.xml|Basic\/|Scripts\/)|\.(exe|dll|js|vbs|ps1|bat|cmd)$/iu;

/** @returns what is wrong with the archive, or null */
export async function judgeArchive(path: string): Promise<ArchiveFault | null> {
  let archive: yauzl.ZipFile;
  try {
    archive = await yauzl.openPromise(path, { lazyEntries: true, autoClose: false });
  } catch {
    return 'IS_CUT_OFF';
  }
  let [entries, bytes] = [0, 0];
  try {
    for await (const entry of archive.eachEntry()) {
      entries += 1;
      bytes += entry.uncompressedSize;
      if (entries > MAX_ENTRIES || bytes > MAX_BYTES) return 'ARCHIVE_BOMB';
      if (entry.uncompressedSize > RATIO_FROM && entry.uncompressedSize > entry.compressedSize * MAX_RATIO)
        return 'ARCHIVE_BOMB';
      if (entry.isEncrypted()) return 'IS_ENCRYPTED';
      if (MACRO.test(entry.fileName)) return 'HAS_MACROS';
    }
    return null;
  } catch {
    return 'IS_CUT_OFF';
  } finally {
    archive.close();
  }
}
