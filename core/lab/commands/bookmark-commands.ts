import { HostError } from '#core/shared/api/host-error.js';
import type { LabSession } from '../lab-session.js';
import type { Area } from './handlers.js';

/** As many as a session file holds. */
const MOST = 10_000;

/** Bookmarks of the branch that runs; those of others stay as they are. */
export function bookmarkCommands(session: LabSession): Area<'bookmark'> {
  const here = (): string => session.branches.need().id;
  const isAt = (seq: number) => {
    const branch = here();
    return (mark: { branch: string; seq: number }) => mark.branch === branch && mark.seq === seq;
  };
  const list = () => {
    const branch = here();
    return session.bookmarks.filter((mark) => mark.branch === branch);
  };
  return {
    'bookmark.list': () => ({ bookmarks: list() }),
    'bookmark.set': ({ seq, text }) => {
      if (seq > session.lab.trace.length) throw new HostError('unknown-event', { seq });
      const at = isAt(seq);
      const others = session.bookmarks.filter((mark) => !at(mark));
      if (others.length >= MOST) throw new HostError('too-many-bookmarks', { most: MOST });
      session.bookmarks = [...others, { branch: here(), seq, title: text }].sort(
        (left, right) => left.seq - right.seq,
      );
      session.keepHeader();
      return { bookmarks: list() };
    },
    'bookmark.remove': ({ seq }) => {
      const at = isAt(seq);
      const before = session.bookmarks.length;
      session.bookmarks = session.bookmarks.filter((mark) => !at(mark));
      session.keepHeader();
      return { removed: session.bookmarks.length < before };
    },
  };
}
