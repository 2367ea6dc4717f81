// With whom an alert is shared when its author says nothing.
import type { AlertType, Sharing } from './vocabulary.ts';

/** All members, except for what its target must not learn of: that is shared with those named only. */
export function defaultSharing(type: AlertType): Sharing {
  return type === 'DISCREET_CHECK' || type === 'ASSET_TRACE' ? 'LISTED' : 'ALL_MEMBERS';
}
