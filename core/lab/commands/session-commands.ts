import { HostError } from '#core/shared/api/host-error.js';
import type { OpenedSession, SavedSession } from '#core/shared/api/session-view.js';
import { SESSION_ENDING, type SessionFile } from '#core/shared/session/session-schema.js';
import type { Carry } from '../branches/time-travel.js';
import type { LabSession } from '../lab-session.js';
import { interruptedSession } from '../session/interrupted.js';
import { readSession } from '../session/read-session.js';
import { redacted } from '../session/redact/redacted.js';
import { restoreSession, type LabDefaults } from '../session/restore-session.js';
import type { SessionStorage } from '../session/session-storage.js';
import { packed, sessionFile } from '../session/write-session.js';
import { nodeView } from '../views.js';
import type { Area } from './handlers.js';

export interface SessionParts {
  carry: Carry;
  storage: SessionStorage | undefined;
  defaults: LabDefaults;
}

export function sessionCommands(session: LabSession, parts: SessionParts): Area<'session'> {
  const storage = (): SessionStorage => {
    if (!parts.storage) throw new HostError('session-no-storage');
    return parts.storage;
  };
  const restore = (file: SessionFile) => opened(session, parts, file);
  return {
    'session.save': async ({ path, redact = false }) => {
      const file = await snapshot(session);
      const { file: kept, secrets } = redact ? redacted(file) : { file, secrets: 0 };
      const bytes = packed(kept);
      const saved: SavedSession = {
        name: `${kept.header.name.replace(/[^\p{L}\p{N}._-]+/gu, '-') || 'session'}${SESSION_ENDING}`,
        bytes: bytes.length,
        secrets,
        cuts: kept.header.cuts ?? [],
      };
      if (path === undefined) return { ...saved, base64: bytes.toString('base64') };
      return { ...saved, path: await storage().write(path, bytes) };
    },
    'session.open': async ({ path, base64 }) => {
      if (path !== undefined) return restore(readSession(await storage().read(path)));
      if (base64 === undefined) throw new HostError('session-missing');
      return restore(readSession(Buffer.from(base64, 'base64')));
    },
    'session.view': ({ view, bookmarks }) => {
      if (view !== undefined) session.view = view;
      if (bookmarks !== undefined) session.bookmarks = bookmarks;
      session.keepHeader();
      return { bookmarks: session.bookmarks, ...(session.view === undefined ? {} : { view: session.view }) };
    },
    'session.recoverable': async () => ({ sessions: (await parts.storage?.recoverable()) ?? [] }),
    'session.recover': async ({ session: id }) => {
      const answer = await restore(interruptedSession(await storage().recover(id)));
      // It is kept as the one that is open now.
      if (parts.storage?.sink) await storage().discard(id);
      return answer;
    },
    'session.discard': async ({ session: id }) => ({ discarded: await storage().discard(id) }),
  };
}

/** The session between two steps. */
function snapshot(session: LabSession): Promise<SessionFile> {
  const { lab } = session;
  return new Promise((resolve, reject) => {
    lab.stepper.between(() => {
      try {
        resolve(sessionFile(session));
      } catch (error) {
        reject(error as Error);
      }
    });
  });
}

async function opened(
  session: LabSession,
  { carry, defaults }: SessionParts,
  file: SessionFile,
): Promise<OpenedSession> {
  const branches = await restoreSession(session, carry, file, defaults);
  const { lab, source, bookmarks, view } = session;
  session.bus.emit('branch.changed', { branch: file.header.current });
  session.clockChanged();
  return {
    nodes: lab.processes.map((process) => nodeView(lab, process)),
    findings: source?.findings ?? [],
    branches,
    cuts: file.header.cuts ?? [],
    bookmarks,
    ...(view === undefined ? {} : { view }),
  };
}
