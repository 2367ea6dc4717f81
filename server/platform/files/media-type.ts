// What a file is by its content; names and headers sent with it are not believed.
import { fileTypeFromFile } from 'file-type';

/** Image formats that the image library of this build reads. */
export const IMAGE_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;
export type ImageType = (typeof IMAGE_TYPES)[number];

/** What a scanned paper may be. */
export const PAPER_TYPES = ['application/pdf', ...IMAGE_TYPES] as const;
export type PaperType = (typeof PAPER_TYPES)[number];

/** @returns the media type, or undefined when the content is none of the known ones */
export async function sniff(path: string): Promise<string | undefined> {
  return (await fileTypeFromFile(path))?.mime;
}

/** @returns the media type when it is one of `allowed`, else null */
export async function sniffAs<T extends string>(path: string, allowed: readonly T[]): Promise<T | null> {
  const found = await sniff(path);
  return allowed.find((type) => type === found) ?? null;
}
