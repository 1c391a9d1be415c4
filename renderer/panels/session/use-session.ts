import type { OpenedSession } from '#core/shared/api/session-view.js';
import { useFeed } from '#renderer/store/feed-context.js';
import type { LabFeed } from '#renderer/store/lab-feed.js';
import { labStore, select, type Selection } from '#renderer/store/lab-store.js';
import { showStart } from '#renderer/ui/screen.js';
import { base64Of, download } from './session-files.js';
import { sessionStore } from './session-store.js';

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
    open: async (file) => {
      const base64 = await base64Of(file).catch(() => '');
      return opening(feed, () => feed.act('session.open', { base64 }));
    },
    recover: (id) => opening(feed, () => feed.act('session.recover', { session: id })),
  };
}

async function save(feed: LabFeed, redact: boolean): Promise<void> {
  await feed.act('session.view', { view: { selection: labStore.getState().selection ?? null } });
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
  sessionStore.setState({ playing: undefined });
  if (!opened) return false;
  await feed.attach(true);
  showStart(false);
  const selection = selectionIn(opened.view);
  if (selection) select(selection);
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

/** The view is another window's word, of another version perhaps. */
function selectionIn(view: unknown): Selection {
  if (typeof view !== 'object' || view === null || !('selection' in view)) return undefined;
  const { selection } = view;
  if (typeof selection !== 'object' || selection === null || !('kind' in selection)) return undefined;
  const { kind } = selection;
  const text = (key: string): string | undefined => {
    const value = (selection as Record<string, unknown>)[key];
    return typeof value === 'string' ? value : undefined;
  };
  const [node, link] = [text('node'), text('link')];
  if (kind === 'node' && node !== undefined) return { kind, node };
  if (kind === 'link' && link !== undefined) return { kind, link };
  return undefined;
}
