// In what quality somebody acts on an asset: for the side that owns the case, or for the state that is asked to act.
import type { Actor } from '../../domain/access/actor.ts';
import { actsForState, owns } from '../../domain/access/ownership.ts';
import type { MeasureCapacities } from '../../domain/assets/measures.ts';

export interface AssetOwner {
  readonly ownerState: string;
  readonly ownerAgencyId: string;
}

export interface AssetPlace extends AssetOwner {
  readonly executingState: string | null;
}

export const isOwn = (actor: Actor, { ownerState, ownerAgencyId }: AssetOwner): boolean =>
  owns(actor, { state: ownerState, agencyId: ownerAgencyId });

export const capacitiesOf = (actor: Actor, asset: AssetPlace): MeasureCapacities => {
  const own = isOwn(actor, asset);
  return {
    ownSide: own,
    ownerAuthority: own && actsForState(actor),
    executingAuthority: asset.executingState === actor.state && actsForState(actor),
  };
};
