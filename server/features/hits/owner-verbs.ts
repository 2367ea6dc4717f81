// The steps of a hit that only the owner of the alert takes, wherever he works.
const OWNER_VERBS = ['owner-confirm', 'owner-withdraw', 'take-note'] as const;
export type OwnerVerb = (typeof OWNER_VERBS)[number];
export const isOwnerVerb = (verb: string): verb is OwnerVerb =>
  (OWNER_VERBS as readonly string[]).includes(verb);
