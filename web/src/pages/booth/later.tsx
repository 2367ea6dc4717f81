// Parts of the booth that the first check does not need: fetched when the field stands, so that they are there without a line.
import { lazy } from 'react';

const fields = () => import('./fields-dialog.tsx').then((part) => ({ default: part.FieldsDialog }));
const post = () => import('./post-dialog.tsx').then((part) => ({ default: part.PostDialog }));
const misread = () => import('./misread.tsx').then((part) => ({ default: part.Misread }));

export const FieldsDialog = lazy(fields);
export const PostDialog = lazy(post);
export const Misread = lazy(misread);

const WAIT_MS = 1_500;

/** @returns what stops it */
export function warmUp(): () => void {
  const timer = setTimeout(() => {
    // Whoever cannot be had now is asked for again when it is needed.
    for (const load of [misread, fields, post]) void load().catch(() => undefined);
  }, WAIT_MS);
  return () => clearTimeout(timer);
}
