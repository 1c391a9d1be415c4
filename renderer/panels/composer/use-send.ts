import { useState } from 'react';
import { renderText, type Language } from '#core/shared/text/render.js';
import { useFeed } from '#renderer/store/feed-context.js';
import { labStore } from '#renderer/store/lab-store.js';
import { usePreferences } from '#renderer/ui/preferences.js';
import { useText } from '#renderer/ui/use-text.js';
import { useSenderName } from './SenderSelect.js';
import type { Sender } from './senders.js';
import { complaintOf } from './problem-text.js';
import { remember } from './sent-history.js';

export interface SendNotice {
  tone: 'ok' | 'error';
  message: string;
}

/** Sends a stanza as somebody; what came of it is in `notice`. */
export function useSend(): {
  notice: SendNotice | undefined;
  clear: () => void;
  send: (stanza: string, sender: Sender | undefined) => Promise<void>;
} {
  const text = useText();
  const { language } = usePreferences();
  const feed = useFeed();
  const name = useSenderName();
  const [notice, setNotice] = useState<SendNotice>();
  const send = async (written: string, sender: Sender | undefined): Promise<void> => {
    const stanza = written.trim();
    const complaint = complaintOf(stanza, text);
    if (complaint) return setNotice({ tone: 'error', message: complaint.placed });
    if (!sender) return setNotice({ tone: 'error', message: text('ui.run.composer.no-sender') });
    const went =
      sender.kind === 'client'
        ? (await feed.act('client.send', { client: sender.client, stanza }))?.sent
        : (await feed.act('stanza.inject', { link: sender.link, direction: sender.direction, stanza })) &&
          true;
    // Refused: the host's own sentence says why.
    if (went === undefined) return setNotice({ tone: 'error', message: refusalText(language) });
    if (!went)
      return setNotice({ tone: 'error', message: text('ui.run.composer.offline', { sender: name(sender) }) });
    remember(stanza);
    const done = text(sender.kind === 'client' ? 'ui.run.composer.sent' : 'ui.run.composer.injected', {
      sender: name(sender),
    });
    const waits = labStore.getState().clock?.mode === 'paused' ? ` ${text('ui.run.composer.waits')}` : '';
    setNotice({ tone: 'ok', message: done + waits });
  };
  return { notice, clear: () => setNotice(undefined), send };
}

/** The host's own sentence for what it has refused last. */
function refusalText(language: Language): string {
  const { problem } = labStore.getState();
  return renderText(language, problem?.code ?? 'host.internal', problem?.params);
}
