import type { RoomDomainView } from '#core/shared/api/room-domain-view.js';
import { useLab } from '#renderer/store/use-lab.js';
import { useText } from '#renderer/ui/use-text.js';
import { RoomTable } from './RoomTable.js';
import { ServerLists } from './ServerLists.js';
import styles from './RoomsPanel.module.css';

/** Where each server sends each room, whether they agree, and what to do when they do not. */
export function RoomsPanel() {
  const text = useText();
  const rooms = useLab((state) => state.rooms);
  return (
    <div className={styles.panel}>
      <p className={styles.about}>{text(rooms.length === 0 ? 'ui.rooms.none' : 'ui.rooms.about')}</p>
      {rooms.map((domain) => (
        <DomainRooms key={domain.domain} view={domain} />
      ))}
    </div>
  );
}

function DomainRooms({ view }: { view: RoomDomainView }) {
  const text = useText();
  const { domain, verdict, reasons, share, fragile } = view;
  const percent = Math.round(share * 100);
  return (
    <section aria-label={text('ui.rooms.domain', { domain })}>
      <h2 className={styles.head}>
        {text('ui.rooms.domain', { domain })}
        <span className={styles.verdict} data-verdict={verdict}>
          {text(`ui.rooms.${verdict}`, { percent })}
        </span>
      </h2>
      {fragile && <p className={styles.fragile}>{text('rooms.fragile')}</p>}
      {reasons.length > 0 && (
        <ul className={styles.reasons}>
          {reasons.map((reason) => (
            <li key={reason}>
              <strong>{sentence(text(`rooms.reason.${reason}`))}</strong> {text(`rooms.reason.${reason}.why`)}
              <em>{text('ui.rooms.remedy', { remedy: text(`rooms.reason.${reason}.remedy`) })}</em>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.tables}>
        <ServerLists view={view} />
        <RoomTable view={view} />
      </div>
    </section>
  );
}

/** A part of a sentence, made a sentence. */
function sentence(part: string): string {
  const end = /^[\x20-\x7e]/.test(part) ? '.' : '。';
  return part.charAt(0).toUpperCase() + part.slice(1) + end;
}
