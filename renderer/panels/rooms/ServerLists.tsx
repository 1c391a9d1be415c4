import type { RoomDomainView } from '#core/shared/api/room-domain-view.js';
import { select } from '#renderer/store/lab-store.js';
import { useText } from '#renderer/ui/use-text.js';
import styles from './RoomsPanel.module.css';

/** What each server counts: the reason for everything that the rooms show. */
export function ServerLists({ view }: { view: RoomDomainView }) {
  const text = useText();
  return (
    <table className={styles.table}>
      <caption>{text('ui.rooms.lists')}</caption>
      <thead>
        <tr>
          <th scope="col">{text('ui.rooms.server')}</th>
          <th scope="col">{text('ui.rooms.connections')}</th>
        </tr>
      </thead>
      <tbody>
        {view.servers.map(({ server, slots, loadBalancer }) => (
          <tr key={server}>
            <th scope="row">
              {server}
              <small title={text('ui.rooms.balancer')}>{loadBalancer}</small>
            </th>
            <td>
              {slots.length === 0 && text('ui.rooms.nobody')}
              <ol className={styles.slots}>
                {slots.map(({ link, peer, remoteAddress, connected }) => (
                  <li key={link} data-gone={!connected}>
                    <button type="button" onClick={() => select({ kind: 'link', link })}>
                      {connected ? peer : text('ui.rooms.connection.gone', { peer })}
                    </button>{' '}
                    <code>{remoteAddress}</code>
                  </li>
                ))}
              </ol>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
