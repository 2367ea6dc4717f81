// Where on the page a finding of the publication gate belongs: the last named member of its pointer.

/** The id of the field or section of a member. */
export const placeOf = (member: string): string => `alert-${member}`;

/**
 * @param at JSON pointer into {person, alert, review}
 * @returns the id to go to, or null for what is mended in the person's record
 */
export function placeOfFinding(at: string): string | null {
  const [, root, member] = at.split('/');
  if (root === 'person' || member === undefined) return null;
  if (member.toLowerCase().includes('duplicate')) return null;
  return placeOf(member);
}

/** Brings a field into view and puts the cursor into it. */
export function goTo(id: string): void {
  const place = document.getElementById(id);
  if (!place) return;
  const focusable = 'input:not([type=hidden]), textarea, button, [tabindex]';
  const field = place.matches(focusable) ? place : place.querySelector<HTMLElement>(focusable);
  place.scrollIntoView({ block: 'center' });
  (field as HTMLElement | null)?.focus({ preventScroll: true });
}
