import type { FaultKindView } from '#core/shared/faults/fault-kind-view.js';
import type { FaultDraft } from './fault-draft.js';

/** What each part of the form works on. */
export interface FaultFields {
  kind: FaultKindView;
  draft: FaultDraft;
  change: (part: Partial<FaultDraft>) => void;
}
