import { useState } from 'react';
import type { RoomDomainView } from '#core/shared/api/room-domain-view.js';
import { isApart, roomTargets } from '#core/shared/routing/room-targets.js';
import { parseJid } from '#core/shared/xmpp/jid.js';
import { TextField } from '#renderer/ui/Field.tsx';
import { useText } from '#renderer/ui/use-text.js';
import styles from './RoomsPanel.module.css';

/** Rooms that nobody needs to have made: the service itself and the first names that people think of. */
const SAMPLE = ['room1', 'room2', 'room3', 'room4', 'room5', 'room6', 'room7', 'room8'];

/** Room × server → MUC process; for a name that the user types, too. */
export function RoomTable({ view }: { view: RoomDomainView }) {
  const text = useText();
  const { domain, servers, rooms } = view;
  const [typed, setTyped] = useState('');
  const asked = typed.trim() === '' ? undefined : addressOf(typed.trim(), domain);
  const unreadable = typed.trim() !== '' && asked === undefined;
  const names = [
    ...(asked === undefined ? [] : [asked]),
    ...rooms.map(({ room }) => room),
    domain,
    ...SAMPLE.map((name) => `${name}@${domain}`),
  ];
  return (
    <div className={styles.rooms}>
      <TextField
        label={text('ui.rooms.where')}
        placeholder={text('ui.rooms.where.example')}
        hint={unreadable ? text('ui.rooms.where.bad') : undefined}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{text('ui.rooms.room')}</th>
            {servers.map(({ server }) => (
              <th key={server} scope="col">
                {server}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {[...new Set(names)].map((room) => (
            <RoomRow key={room} room={room} view={view} asked={room === asked} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function RoomRow({ room, view, asked }: { room: string; view: RoomDomainView; asked: boolean }) {
  const text = useText();
  const jid = parseJid(room);
  const targets = view.servers.map((server) => (jid ? roomTargets(server, jid) : []));
  const apart = isApart(targets);
  const alive = view.rooms.find((one) => one.room === room)?.aliveOn ?? [];
  return (
    <tr data-apart={apart} data-asked={asked}>
      <th scope="row" title={room}>
        {jid?.local ?? room}
        {room === view.domain && <small>{text('ui.rooms.service')}</small>}
        {alive.length > 0 && <small>{text('ui.rooms.alive', { processes: alive.join(', ') })}</small>}
      </th>
      {targets.map((target, index) => (
        <td key={view.servers[index]?.server}>
          {target.length > 1
            ? text('ui.rooms.several', { processes: target.join(', ') })
            : (target[0] ?? text('ui.rooms.nobody'))}
        </td>
      ))}
      <td className={styles.same}>{text(apart ? 'ui.rooms.apart' : 'ui.rooms.same')}</td>
    </tr>
  );
}

/** `tea` and `tea@muc.example.org` mean the same. */
function addressOf(typed: string, domain: string): string | undefined {
  return parseJid(typed.includes('@') || typed === domain ? typed : `${typed}@${domain}`)?.bare;
}
