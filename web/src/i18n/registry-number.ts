// How a registry number looks when somebody types it from paper.
const FORM = /^\p{L}{2}[\s\p{Pd}]*\d{4}[\s\p{Pd}]*\d{6,15}[\s\p{Pd}]*\d$/u;

export const isRegistryNumber = (text: string): boolean => FORM.test(text.trim());
