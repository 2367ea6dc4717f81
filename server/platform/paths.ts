// Where the project's own data files lie, from the sources as well as from the build.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

function findRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('the project folder with its package.json was not found');
  return findRoot(parent);
}

const root = findRoot(import.meta.dirname);

/** @returns the absolute path of a file or folder of the project */
export const projectPath = (...parts: string[]): string => join(root, ...parts);
