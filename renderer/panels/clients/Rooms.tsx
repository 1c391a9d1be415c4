import { useState, type FormEvent } from 'react';
import { DoorOpen, LockOpen, LogOut } from 'lucide-react';
import type { ClientView } from '#core/shared/api/results.js';
import { useLab } from '#renderer/store/use-lab.js';
import { Button } from '#renderer/ui/Button.tsx';
import { TextField } from '#renderer/ui/Field.tsx';
import { useText } from '#renderer/ui/use-text.js';
import type { Room } from './chat-lines.js';
import { roomDomain } from './room-domain.js';
import { joinXml, leaveXml, unlockXml } from './stanza-xml.js';
import styles from './ClientsPanel.module.css';

interface Props {
  client: ClientView;
  rooms: readonly Room[];
  send: (stanza: string) => Promise<boolean>;
}

/** Rooms that a client is in, and a way into more. */
export function Rooms({ client, rooms, send }: Props) {
  const t = useText();
  const domain = useLab((state) => roomDomain(state.plan));
  const [given, setGiven] = useState<{ room?: string; nick?: string }>({});
  const room = given.room ?? (domain ? `lab@${domain}` : '');
  const nick = given.nick ?? client.name;
  const ready = room.includes('@') && nick.trim() !== '';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (ready) void send(joinXml(room.trim(), nick.trim()));
  };
  return (
    <>
      {rooms.map((one) => (
        <div key={one.jid} className={styles.room}>
          <span title={`${one.jid}/${one.nick}`}>{one.jid}</span>
          {one.locked ? (
            <Button
              icon={<LockOpen aria-hidden />}
              title={t('ui.clients.unlock.hint')}
              onClick={() => void send(unlockXml(one.jid))}
            >
              {t('ui.clients.unlock')}
            </Button>
          ) : null}
          <Button
            tone="quiet"
            icon={<LogOut aria-hidden />}
            label={t('ui.clients.leave', { room: one.jid })}
            onClick={() => void send(leaveXml(one.jid, one.nick))}
          />
        </div>
      ))}
      <details className={styles.join} open={rooms.length === 0}>
        <summary>{t('ui.clients.join-room')}</summary>
        <form className={styles.talk} onSubmit={submit}>
          <TextField
            label={t('ui.clients.room')}
            value={room}
            onChange={(event) => setGiven((was) => ({ ...was, room: event.target.value }))}
          />
          <div className={styles.last}>
            <TextField
              label={t('ui.clients.nick')}
              value={nick}
              onChange={(event) => setGiven((was) => ({ ...was, nick: event.target.value }))}
            />
            <Button type="submit" icon={<DoorOpen aria-hidden />} disabled={!ready}>
              {t('ui.clients.join', { name: client.name })}
            </Button>
          </div>
        </form>
      </details>
    </>
  );
}
