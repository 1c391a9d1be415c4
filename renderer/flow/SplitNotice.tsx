import { TriangleAlert } from 'lucide-react';
import type { RoomDomainView } from '#core/shared/api/room-domain-view.js';
import { useLab } from '../store/use-lab.js';
import { Button } from '../ui/Button.js';
import { revealTab } from '../ui/revealed-tab.js';
import { useText } from '../ui/use-text.js';
import styles from './SplitNotice.module.css';

/**
 * Above the map as soon as servers disagree where rooms are, and gone when they agree again: in a row that is there anyway,
 * since a map that makes room for it would move under the pointer.
 */
export function SplitNotice() {
  const text = useText();
  const split = useLab((state) => state.rooms.filter(({ verdict }) => verdict === 'split'));
  return (
    <div className={styles.place} role="status">
      {split.map((view) => (
        <div key={view.domain} className={styles.notice}>
          <TriangleAlert aria-hidden />
          <p title={sentenceOf(view, text)}>{sentenceOf(view, text)}</p>
          <Button className={styles.show ?? ''} onClick={() => revealTab('rooms')}>
            {text('ui.rooms.notice.show')}
          </Button>
        </div>
      ))}
    </div>
  );
}

function sentenceOf(
  { domain, servers, reasons, share }: RoomDomainView,
  text: ReturnType<typeof useText>,
): string {
  const [reason] = reasons;
  const because = reason === undefined ? '' : text(`rooms.reason.${reason}`);
  const params = { domain, percent: Math.round(share * 100), reason: because };
  // One class everywhere: they agree with one another, and yet each room is at several processes.
  if (servers.length < 2 || reason === 'balancer-spreads') return text('ui.rooms.notice.one', params);
  const names = servers.map(({ server }) => server);
  const first = names.slice(0, -1).join(text('ui.rooms.notice.comma'));
  return text('ui.rooms.notice', { ...params, first, last: names.at(-1) ?? '' });
}
