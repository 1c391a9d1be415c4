/** Tells the lab what the window shows, so that it is kept with the session and by whatever saves that while it runs. */
import type { LabFeed } from '#renderer/store/lab-feed.js';
import { labStore } from '#renderer/store/lab-store.js';
import { sidesStore } from '#renderer/ui/panel-sides.js';
import { onKept } from '#renderer/ui/use-kept.js';
import { diagramView } from '../diagram/diagram-view.js';
import { sessionStore } from './session-store.js';
import { viewNow } from './window-view.js';

/** Real time from a change until the lab is told, in ms: nobody is told of every pixel of a slider. */
const TELL_MS = 800;

/** Until the returned function is called. */
export function keepView({ host }: Pick<LabFeed, 'host'>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let told = '';
  const tell = (): void => {
    timer = undefined;
    const { plan, connected } = labStore.getState();
    // What a session that is being opened has kept is not written over by what was shown before.
    if (!plan || !connected || sessionStore.getState().playing) return;
    const view = viewNow();
    const text = JSON.stringify(view);
    if (text === told) return;
    told = text;
    host.call('session.view', { view: JSON.parse(text) as never }).catch(() => {
      told = '';
    });
  };
  const soon = (): void => {
    timer ??= setTimeout(tell, TELL_MS);
  };
  const stops = [
    labStore.subscribe((state, before) => {
      const isNew = state.plan !== before.plan;
      if (isNew) told = '';
      if (isNew || state.selection !== before.selection || state.past !== before.past) soon();
    }),
    sidesStore.subscribe(soon),
    diagramView.subscribe(soon),
    onKept(soon),
  ];
  return () => {
    clearTimeout(timer);
    stops.forEach((stop) => stop());
  };
}
