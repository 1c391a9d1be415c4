import { useEffect, useState } from 'react';
import { isDesktop, openMessagePort } from './host/message-port.js';
import { openWsPort } from './host/ws-port.js';
import { windowHost } from './host/lab-host.js';
import { uploadSession } from './host/session-files.js';
import { NoLab } from './panels/start/NoLab.js';
import { StartScreen } from './panels/start/StartScreen.js';
import { keepView } from './panels/session/keep-view.js';
import { sessionStore } from './panels/session/session-store.js';
import { showView } from './panels/session/window-view.js';
import { FeedContext } from './store/feed-context.js';
import { LabFeed } from './store/lab-feed.js';
import { useLab } from './store/use-lab.js';
import { useAtStart } from './ui/screen.js';
import { useDocumentPreferences } from './ui/use-document-preferences.js';
import { Workbench } from './ui/Workbench.js';

/** Connects to the lab, then shows the start screen or, when a topology is open, the workbench. */
export function App() {
  const [feed, setFeed] = useState<LabFeed>();
  const [failed, setFailed] = useState(false);
  const open = useLab((state) => state.plan !== undefined);
  const atStart = useAtStart();
  useDocumentPreferences();
  useEffect(() => {
    connect().then(setFeed, () => setFailed(true));
  }, []);
  if (failed) return <NoLab />;
  if (!feed) return null;
  return <FeedContext value={feed}>{open && !atStart ? <Workbench /> : <StartScreen />}</FeedContext>;
}

async function connect(): Promise<LabFeed> {
  const { location } = window;
  const desktop = isDesktop(location);
  const port = desktop ? await openMessagePort(window) : await openWsPort(location);
  const host = desktop ? windowHost(port) : windowHost(port, (file) => uploadSession(location, file));
  const feed = new LabFeed(host);
  port.onClose(() => feed.lost());
  feed.host.on('session.progress', ({ played, total }) =>
    sessionStore.setState(({ playing }) => (playing ? { playing: { done: played, total } } : {})),
  );
  // Asked for first: it is written over as soon as something is shown.
  const kept = await host.call('session.view', {}).catch(() => undefined);
  if (await feed.attach()) await showView(kept?.view, feed.lookBack);
  keepView(feed);
  return feed;
}
