import { useState } from 'react';
import type { CommandArgs } from '#core/shared/api/commands.js';
import type { Finding } from '#core/shared/config/lint/finding.js';
import { useFeed } from '#renderer/store/feed-context.js';
import { labStore, type LabState } from '#renderer/store/lab-store.js';
import { showStart } from '#renderer/ui/screen.js';
import { remember } from './recent.js';

/** Part of the start screen that a topology is opened from. */
export type Place = 'examples' | 'path' | 'files' | 'paste' | 'recent';

export interface Refusal {
  place: Place;
  problem: NonNullable<LabState['problem']>;
  /** What could not be read, and why. */
  findings: Finding[];
}

type Opening = Pick<CommandArgs<'topology.open'>, 'path' | 'files'>;

export interface OpenTopology {
  /** What is being opened just now. */
  busy: Place | undefined;
  refusal: Refusal | undefined;
  open(place: Place, opening: Opening): Promise<void>;
}

/** Opens topologies, and keeps what went wrong for the part of the screen where it did. */
export function useOpenTopology(): OpenTopology {
  const feed = useFeed();
  const [busy, setBusy] = useState<Place>();
  const [refusal, setRefusal] = useState<Refusal>();
  const open = async (place: Place, opening: Opening): Promise<void> => {
    setBusy(place);
    setRefusal(undefined);
    if (await feed.open(opening)) {
      if (place !== 'examples') remember(opening);
      showStart(false);
      return;
    }
    const problem = labStore.getState().problem ?? { code: 'host.internal', params: {} };
    labStore.setState({ problem: undefined });
    const findings = await feed.host.call('lint.run', opening).then(
      (answer) => answer.findings.filter(({ code }) => UNREADABLE.test(code)),
      () => [],
    );
    setRefusal({ place, problem, findings });
    setBusy(undefined);
  };
  return { busy, refusal, open };
}

/** Findings about files as such, not about what stands in them. */
const UNREADABLE = /^X\d/;
