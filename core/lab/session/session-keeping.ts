/** Hands the open session to the one who keeps it (`SessionSink`), as it grows. */
import type { Branch } from '../branches/branch-tree.js';
import type { LabSession } from '../lab-session.js';
import type { SessionSink } from './session-storage.js';
import { branchMeta, sessionHeader } from './write-session.js';

export class SessionKeeping {
  private readonly session: LabSession;
  private readonly sink: SessionSink;

  constructor(session: LabSession, sink: SessionSink) {
    this.session = session;
    this.sink = sink;
  }

  /** A session has been opened. */
  begin(): void {
    this.sink.clear();
    for (const branch of this.session.branches.all()) this.branch(branch);
  }

  end(): void {
    this.sink.clear();
  }

  /** A branch is new, or has been played anew. */
  branch(branch: Branch): void {
    this.sink.branch(branch.id, branch.journal.kept);
    // Whatever drives the lab is a step but what people and scenarios do: there are few of those.
    branch.journal.heard = (line) => this.sink.line(branch.id, line, !line.startsWith('["step"'));
    this.head();
  }

  gone(branch: Branch): void {
    branch.journal.heard = undefined;
    this.sink.drop(branch.id);
    this.head();
  }

  /** Settings, names and places have changed. */
  head(): void {
    const metas = this.session.branches.all().map((branch) => branchMeta(branch));
    this.sink.head(JSON.stringify([sessionHeader(this.session), ...metas]));
  }
}
