/** What was kept of a session that was interrupted → the session, as far as it got. */
import { HostError } from '#core/shared/api/host-error.js';
import { isObject } from '#core/shared/session/migrations.js';
import { readSession } from './read-session.js';
import type { InterruptedSession } from './session-storage.js';
import type { SessionFile } from '#core/shared/session/session-schema.js';

export function interruptedSession({ head, journals }: InterruptedSession): SessionFile {
  const [header, ...metas] = listOf(head);
  const lines = metas.filter(isObject).flatMap((meta) => {
    const entries = journals[String(meta['branch'])] ?? [];
    return [JSON.stringify({ ...meta, entries: entries.length }), ...entries];
  });
  return readSession(Buffer.from([JSON.stringify(header), ...lines].join('\n')));
}

function listOf(head: string): unknown[] {
  try {
    const list: unknown = JSON.parse(head);
    if (Array.isArray(list)) return list;
  } catch {
    // Said below.
  }
  throw new HostError('session-damaged');
}
