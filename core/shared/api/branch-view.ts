/** A run of the open topology, as `branch.list` shows it. */
export interface BranchView {
  id: string;
  /** The branch that it has left or runs again. */
  parent?: string;
  /** Newest event that it shares with its parent; 0: none. */
  forkSeq: number;
  /** `opened` with the topology, `fork`: left its parent at an event, `rerun`: the same commands under other settings. */
  origin: 'opened' | 'fork' | 'rerun';
  /** Empty until somebody names it. */
  title: string;
  profile: '5.2' | '7.1';
  /** Switches over those of the profile and of `lab.yaml`, as it was opened. */
  quirks: Record<string, boolean>;
  seed: number;
  /** Events in its trace. */
  events: number;
  /** Whether it is the one that runs. */
  current: boolean;
  /** Of a rerun: commands that were refused or made no sense there. */
  leftOut: number;
  /** Playing the parent again has come out otherwise at this event: a bug of the lab, or its machine was at its limits. */
  differsAt?: number;
}
