// The shape of every file of texts: a code, and what it reads in four languages.
import type { Locale } from '../../domain/access/actor.ts';

export type Texts = Readonly<Record<string, Readonly<Record<Locale, string>>>>;
