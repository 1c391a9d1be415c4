/** `--session FILE`: opens a session file, and says how that went. */
import type { LabHost } from '#core/lab/lab-host.js';
import type { OpenedSession } from '#core/shared/api/session-view.js';
import type { Output } from './output.js';

/** Rejects with a `HostError`. The lab then stands paused where it was saved. */
export async function openSession(host: LabHost, path: string, output: Output): Promise<OpenedSession> {
  const opened = await host.call('session.open', { path });
  for (const { branch, events, entries, played, same } of opened.branches) {
    if (played < entries) output.say('cli.session.ends-early', { branch, events });
    else if (same === false) output.say('cli.session.differs', { branch });
  }
  for (const { branch, event } of opened.cuts) output.say('cli.session.cut', { branch, event });
  return opened;
}
