// What an event of a change holds: the names of the fields, never their values.
export type Changed = { changed: string[] };
