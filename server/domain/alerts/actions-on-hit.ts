// Which instructions to the officer fit which type of alert.
import type { ActionCode, AlertType } from './vocabulary.ts';

/** The codes that each type may carry; one of `first` must lead the list. */
const ACTIONS: Readonly<
  Record<AlertType, { readonly first: readonly ActionCode[]; readonly also: readonly ActionCode[] }>
> = {
  ARREST_PROSECUTION: { first: ['A1', 'A2'], also: ['S1', 'T1'] },
  ARREST_SENTENCE: { first: ['A1', 'A2'], also: ['S1', 'T1'] },
  LOCATE_ACCUSED: { first: ['L1', 'L2'], also: ['T1'] },
  LOCATE_WITNESS: { first: ['L1', 'L2'], also: [] },
  LOCATE_DEBTOR: { first: ['L1', 'L2'], also: ['T1'] },
  DISCREET_CHECK: { first: ['D1'], also: [] },
  SPECIFIC_CHECK: { first: ['S1'], also: ['T1'] },
  MISSING: { first: ['W1'], also: ['L1'] },
  ASSET_TRACE: { first: ['N1'], also: [] },
  INFORMATION: { first: ['N1'], also: [] },
};

export type ActionFault =
  | { readonly code: 'NO_ACTION' }
  | { readonly code: 'REPEATED'; readonly index: number }
  | { readonly code: 'NOT_FOR_TYPE'; readonly index: number }
  | { readonly code: 'WRONG_FIRST' };

/** The codes that an alert of a type may carry, those that may lead first. */
export function actionsFor(type: AlertType): readonly ActionCode[] {
  const { first, also } = ACTIONS[type];
  return [...first, ...also];
}

/** What is wrong with an ordered list of actions; empty when nothing is. */
export function actionFaults(type: AlertType, actions: readonly ActionCode[]): readonly ActionFault[] {
  const [leading] = actions;
  if (leading === undefined) return [{ code: 'NO_ACTION' }];
  const allowed = actionsFor(type);
  const faults: ActionFault[] = [];
  actions.forEach((action, index) => {
    if (!allowed.includes(action)) faults.push({ code: 'NOT_FOR_TYPE', index });
    else if (actions.indexOf(action) < index) faults.push({ code: 'REPEATED', index });
  });
  if (allowed.includes(leading) && !ACTIONS[type].first.includes(leading))
    faults.push({ code: 'WRONG_FIRST' });
  return faults;
}

/** Actions that the traveller and the first line must not notice. */
export function isSilentAction(action: ActionCode): boolean {
  return action === 'D1' || action === 'N1';
}
