/** A session file → an open lab at the event where it was saved: the journal of each branch is played again. */
import { HostError } from '#core/shared/api/host-error.js';
import type { PlayedBranch } from '#core/shared/api/session-view.js';
import { buildTopology } from '#core/shared/config/build-topology.js';
import { lintTopology } from '#core/shared/config/lint/lint.js';
import type { SessionBranch, SessionFile } from '#core/shared/session/session-schema.js';
import type { BranchOrigin } from '../branches/branch-tree.js';
import { replayHands, type Carry } from '../branches/time-travel.js';
import { inOwnTurn } from '../clock.js';
import type { JournalEntry } from '../journal/journal-entry.js';
import { openedTexts } from '../texts/open-texts.js';
import { replay } from '../journal/replay.js';
import type { Lab } from '../lab.js';
import type { LabOptions } from '../lab-options.js';
import type { LabSession } from '../lab-session.js';

/** Entries played between two words about how far it has got. */
const PROGRESS_EVERY = 2000;

/** What the doors give to every lab. */
export type LabDefaults = Pick<LabOptions, 'transport' | 'onBug'>;

/** Opens what the file says in place of what is open; it then stands paused. Rejects like `topology.open`. */
export async function restoreSession(
  session: LabSession,
  carry: Carry,
  file: SessionFile,
  defaults: LabDefaults,
): Promise<PlayedBranch[]> {
  const { header } = file;
  const built = buildTopology(header.name, header.files, header.labYaml);
  if (built.plan.processes.length === 0) throw new HostError('topology-empty', { path: '', problems: 0 });
  built.plan.positions = header.positions;
  session.speed = header.speed;
  session.setSource(undefined);
  const player = new SessionPlayer(session, carry, {
    topology: built.plan,
    texts: openedTexts(header),
    ...defaults,
  });
  player.total = file.branches.reduce((sum, { lines }) => sum + lines.length, 0);
  const played: PlayedBranch[] = [];
  // The one that ran comes last: it is the one that goes on.
  const inOrder = [
    ...file.branches.filter(({ meta }) => meta.branch !== header.current),
    ...file.branches.filter(({ meta }) => meta.branch === header.current),
  ];
  for (const branch of inOrder) {
    played.push(await player.play(branch, branch.meta.branch === header.current));
  }
  const findings = lintTopology(built, { profile: session.lab.profile });
  const { name, files, labYaml } = header;
  session.bookmarks = header.bookmarks;
  session.view = header.view;
  session.setSource({
    name,
    files,
    problems: [],
    findings,
    saved: new Map(),
    ...(labYaml ? { labYaml } : {}),
  });
  return played;
}

type Common = Pick<LabOptions, 'topology' | 'texts'> & LabDefaults;

class SessionPlayer {
  total = 0;
  private readonly session: LabSession;
  private readonly carry: Carry;
  private readonly common: Common;
  private done = 0;
  private first = true;

  constructor(session: LabSession, carry: Carry, common: Common) {
    this.session = session;
    this.carry = carry;
    this.common = common;
  }

  async play({ meta, lines }: SessionFile['branches'][number], current: boolean): Promise<PlayedBranch> {
    const { session, common } = this;
    const options: LabOptions = { ...common, seed: meta.seed, profile: meta.profile, quirks: meta.quirks };
    // Only the trace of the others is wanted, and that is the same in memory. Entering them later takes the usual way.
    const way: LabOptions = current ? options : { ...options, transport: 'memory' };
    let [played, events, hash] = [0, 0, ''];
    const lab = await session.replace(way, async (opened) => {
      if (this.first) session.branches.clear();
      this.first = false;
      const end = await replay(opened, entriesOf(lines), this.hands(opened));
      [played, events, hash] = [end.played, opened.trace.length, opened.trace.digest()];
    });
    session.branches.add(lab, options, originOf(meta), meta.branch);
    await lab.stepper.pause();
    const same = meta.hash === undefined ? {} : { same: hash === meta.hash && events === meta.events };
    return { branch: meta.branch, entries: lines.length, played, events, ...same };
  }

  private hands(lab: Lab): ReturnType<typeof replayHands> {
    return {
      ...replayHands(this.session, this.carry, lab),
      rest: () => {
        this.done += 1;
        if (this.done % PROGRESS_EVERY > 0) return undefined;
        this.session.bus.emit('session.progress', { played: this.done, total: this.total });
        // Whoever watches has to hear it, and may want to stop it.
        return new Promise((resolve) => inOwnTurn(resolve));
      },
    };
  }
}

function* entriesOf(lines: readonly string[]): Generator<JournalEntry> {
  for (const line of lines) yield JSON.parse(line) as JournalEntry;
}

function originOf(meta: SessionBranch): BranchOrigin {
  const { parent, forkSeq, origin, title, leftOut, differsAt } = meta;
  return { parent, forkSeq, origin, title, leftOut, differsAt };
}
