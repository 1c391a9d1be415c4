import { useEffect, useState } from 'react';
import { isDesktop, openMessagePort } from './host/message-port.js';
import { openWsPort } from './host/ws-port.js';
import { windowHost } from './host/lab-host.js';
import { NoLab } from './panels/start/NoLab.js';
import { StartScreen } from './panels/start/StartScreen.js';
import { sessionStore } from './panels/session/session-store.js';
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
  const port = isDesktop(window.location) ? await openMessagePort(window) : await openWsPort(window.location);
  const feed = new LabFeed(windowHost(port));
  port.onClose(() => feed.lost());
  feed.host.on('session.progress', ({ played, total }) =>
    sessionStore.setState(({ playing }) => (playing ? { playing: { done: played, total } } : {})),
  );
  await feed.attach();
  return feed;
}
