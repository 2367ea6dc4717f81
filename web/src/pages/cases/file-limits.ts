// What the server takes as one document of a case.

export const MAX_FILE_BYTES = 50 * 1024 * 1024;
