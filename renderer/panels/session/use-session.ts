import type { OpenedSession } from '#core/shared/api/session-view.js';
import { useFeed } from '#renderer/store/feed-context.js';
import type { LabFeed } from '#renderer/store/lab-feed.js';
import { labStore } from '#renderer/store/lab-store.js';
import { showStart } from '#renderer/ui/screen.js';
import { download } from './session-files.js';
import { sessionStore } from './session-store.js';
import { showView, viewNow } from './window-view.js';

export interface SessionActions {
  save(redact: boolean): Promise<void>;
  /** False when it could not be opened: the message line says why. */
  open(file: Blob): Promise<boolean>;
  recover(id: string): Promise<boolean>;
}

export function useSession(): SessionActions {
  const feed = useFeed();
  return {
    save: (redact) => save(feed, redact),
    open: (file) => opening(feed, () => feed.attempt(() => feed.host.openSession(file))),
    recover: (id) => opening(feed, () => feed.act('session.recover', { session: id })),
  };
}

async function save(feed: LabFeed, redact: boolean): Promise<void> {
  await feed.act('session.view', { view: viewNow() as never });
  const saved = await feed.act('session.save', { redact });
  if (saved?.base64 === undefined) return;
  download(saved.name, saved.base64);
  const { name, secrets, cuts } = saved;
  const [cut] = cuts;
  if (cut)
    sessionStore.setState({ news: { key: 'ui.session.saved-cut', params: { name, event: cut.event } } });
  else if (redact)
    sessionStore.setState({ news: { key: 'ui.session.saved-redacted', params: { name, secrets } } });
  else sessionStore.setState({ news: { key: 'ui.session.saved', params: { name } } });
}

/** Follows how far it has got, and shows what was opened. */
async function opening(feed: LabFeed, open: () => Promise<OpenedSession | undefined>): Promise<boolean> {
  sessionStore.setState({ news: undefined, playing: { done: 0, total: 0 } });
  const opened = await open();
  if (opened) {
    await feed.attach(true);
    showStart(false);
    await showView(opened.view, feed.lookBack);
  }
  sessionStore.setState({ playing: undefined });
  if (!opened) return false;
  const problem = whatIsOther(opened);
  if (problem) labStore.setState({ problem });
  return true;
}

function whatIsOther({ branches, cuts }: OpenedSession): ReturnType<typeof labStore.getState>['problem'] {
  const early = branches.find(({ played, entries }) => played < entries);
  if (early) return { code: 'ui.session.ends-early', params: { branch: early.branch, events: early.events } };
  const other = branches.find(({ same }) => same === false);
  if (other) return { code: 'ui.session.differs', params: { branch: other.branch } };
  const [cut] = cuts;
  return cut && { code: 'ui.session.cut', params: { branch: cut.branch, event: cut.event } };
}
