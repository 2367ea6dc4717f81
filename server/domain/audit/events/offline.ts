// Traces of copies that leave for posts without a line.

export interface OfflineEvents {
  /** `device`: short name of the key that can read the copy. */
  'offline.exported': { copyId: string; post: string; device: string; persons: number };
}
