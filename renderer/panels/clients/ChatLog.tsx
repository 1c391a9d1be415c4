import { useEffect, useRef } from 'react';
import { select } from '#renderer/store/lab-store.js';
import { useText } from '#renderer/ui/use-text.js';
import type { ChatLine } from './chat-lines.js';
import styles from './ClientsPanel.module.css';

/** Lines of a chat, the newest at the bottom and in sight; a click shows its event. */
export function ChatLog({ lines, name }: { lines: readonly ChatLine[]; name: string }) {
  const t = useText();
  const end = useRef<HTMLDivElement>(null);
  const newest = lines.at(-1)?.seq;
  useEffect(() => {
    if (end.current) end.current.scrollTop = end.current.scrollHeight;
  }, [newest]);
  if (lines.length === 0) return <p className={styles.note}>{t('ui.clients.silent')}</p>;
  return (
    <div ref={end} className={styles.log} role="log" aria-label={t('ui.clients.log', { name })}>
      {lines.map((line) => (
        <button
          key={`${line.seq}${line.sent}`}
          type="button"
          className={styles.line}
          data-kind={line.kind}
          data-sent={line.sent || undefined}
          title={line.xml}
          onClick={() => select({ kind: 'event', seq: line.seq })}
        >
          <span className={styles.meta}>
            {line.sent ? '→' : '←'} {line.kind === 'message' ? '' : `${line.kind} `}
            {line.who}
          </span>
          <span className={styles.text}>{line.text}</span>
        </button>
      ))}
    </div>
  );
}
