// What a file is by its content; names and headers sent with it are not believed.
import { fileTypeFromFile } from 'file-type';

/** What a photo may be: formats that the image library reads in every build of it. */
export const PHOTO_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;

/** @returns the media type of the content when it is one of `allowed`, else null */
export async function sniffAs<T extends string>(path: string, allowed: readonly T[]): Promise<T | null> {
  const found = (await fileTypeFromFile(path))?.mime;
  return allowed.find((type) => type === found) ?? null;
}
