import { useEffect, useMemo, useRef, useState } from 'react';
import type { ClientView, InboxItem } from '#core/shared/api/results.js';
import type { TraceEvent } from '#core/shared/trace/trace-event.js';
import { useFeed } from '#renderer/store/feed-context.js';
import { log } from '#renderer/store/lab-store.js';
import { useLab } from '#renderer/store/use-lab.js';
import type { Post } from './chat-lines.js';

/** Lines of a chat that are shown. */
const MOST = 300;
/** Of what a client sends, this is talk; the rest is its way online. */
const TALK = /^<(message|presence|iq)\b/;

/** What a client has received and sent, oldest first; asks for more whenever the trace shows that there is. */
export function usePosts({ name, link }: ClientView): Post[] {
  const feed = useFeed();
  const revision = useLab((state) => state.revision);
  const [received, setReceived] = useState<InboxItem[]>([]);
  const [sent, setSent] = useState<Post[]>([]);
  const seen = useRef(0);
  const last = useRef(0);
  useEffect(() => {
    const news = newerThan(seen.current);
    const mine = news.filter(({ data }) => data['link'] === link);
    const wanted = seen.current === 0 || mine.some(({ kind, data }) => isArrival(kind, data['direction']));
    seen.current = news.at(-1)?.seq ?? seen.current;
    const more = mine.filter(isSent).map(toPost);
    if (more.length > 0) setSent((all) => [...all, ...more].slice(-MOST));
    if (!wanted) return;
    feed.host.call('client.inbox', { client: name, since: last.current }).then(
      ({ items }) => {
        const fresh = items.filter(({ seq }) => seq > last.current);
        last.current = fresh.at(-1)?.seq ?? last.current;
        if (fresh.length > 0) setReceived((all) => [...all, ...fresh].slice(-MOST));
      },
      () => undefined,
    );
  }, [feed, name, link, revision]);
  return useMemo(
    () => [...received.map((item) => ({ ...item, sent: false })), ...sent].sort((a, b) => a.seq - b.seq),
    [received, sent],
  );
}

/** The client dialled: what comes to it goes from b to a. */
function isArrival(kind: string, direction: string | number | undefined): boolean {
  return kind === 'frame.delivered' && direction === 'ba';
}

function isSent({ kind, data }: TraceEvent): boolean {
  return kind === 'frame.sent' && data['direction'] === 'ab' && TALK.test(String(data['text']));
}

function toPost({ seq, time, data }: TraceEvent): Post {
  return { seq, time, text: String(data['text']), sent: true };
}

function newerThan(seq: number): TraceEvent[] {
  const events = log.all();
  let start = events.length;
  while (start > 0 && (events[start - 1]?.seq ?? 0) > seq) start -= 1;
  return events.slice(start);
}
