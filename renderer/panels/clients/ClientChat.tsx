import { useId, useMemo, useState, type FormEvent } from 'react';
import { LogIn, Send } from 'lucide-react';
import type { ClientView } from '#core/shared/api/results.js';
import { useFeed } from '#renderer/store/feed-context.js';
import { useLab } from '#renderer/store/use-lab.js';
import { Button } from '#renderer/ui/Button.tsx';
import { SelectField, TextField } from '#renderer/ui/Field.tsx';
import { useText } from '#renderer/ui/use-text.js';
import { isOver } from './client-state.js';
import { chatOf } from './chat-lines.js';
import { ChatLog } from './ChatLog.js';
import { Rooms } from './Rooms.js';
import { messageXml, type MessageType } from './stanza-xml.js';
import { usePosts } from './use-posts.js';
import styles from './ClientsPanel.module.css';

/** What a client has said and heard, a line to say more, and its rooms. */
export function ClientChat({ client }: { client: ClientView }) {
  const feed = useFeed();
  const posts = usePosts(client);
  const { lines, rooms } = useMemo(() => chatOf(posts), [posts]);
  const send = (stanza: string): Promise<boolean> =>
    feed.act('client.send', { client: client.name, stanza }).then((answer) => answer?.sent === true);
  const online = client.state === 'online';
  return (
    <div className={styles.chat}>
      <p className={styles.jid}>{client.jid}</p>
      <ChatLog lines={lines} name={client.name} />
      {online ? (
        <>
          <Talk name={client.name} rooms={rooms.map(({ jid }) => jid)} send={send} />
          <Rooms client={client} rooms={rooms} send={send} />
        </>
      ) : (
        <Away client={client} />
      )}
    </div>
  );
}

/** Why it says nothing, and the way back. */
function Away({ client: { name, state } }: { client: ClientView }) {
  const t = useText();
  const feed = useFeed();
  if (!isOver(state)) return <p className={styles.note}>{t('ui.clients.not-online')}</p>;
  return (
    <>
      <p className={styles.note}>{t('ui.clients.over')}</p>
      <Button icon={<LogIn aria-hidden />} onClick={() => void feed.act('client.login', { client: name })}>
        {t('ui.clients.login', { name })}
      </Button>
    </>
  );
}

interface TalkProps {
  name: string;
  rooms: readonly string[];
  send: (stanza: string) => Promise<boolean>;
}

function Talk({ name, rooms, send }: TalkProps) {
  const t = useText();
  const list = useId();
  const others = useLab((state) =>
    state.clients.filter((one) => one.name !== name).map(({ jid }) => bareOf(jid)),
  );
  const [given, setGiven] = useState<{ to?: string; type?: MessageType; body: string }>({ body: '' });
  const to = given.to ?? rooms[0] ?? others[0] ?? '';
  const type = given.type ?? (rooms.includes(to) ? 'groupchat' : 'chat');
  const ready = to.trim() !== '' && given.body !== '';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!ready) return;
    void send(messageXml(to.trim(), type, given.body)).then((sent) => {
      if (sent) setGiven((was) => ({ ...was, body: '' }));
    });
  };
  return (
    <form className={styles.talk} onSubmit={submit}>
      <TextField
        label={t('ui.clients.to')}
        list={list}
        value={to}
        placeholder={t('ui.clients.to.hint')}
        // Another addressee asks for its own kind of message again.
        onChange={(event) => setGiven(({ body }) => ({ body, to: event.target.value }))}
      />
      <datalist id={list}>
        {[...rooms, ...others].map((jid) => (
          <option key={jid} value={jid} />
        ))}
      </datalist>
      <TextField
        label={t('ui.clients.body')}
        value={given.body}
        onChange={(event) => setGiven((was) => ({ ...was, body: event.target.value }))}
      />
      <div className={styles.last}>
        <SelectField
          label={t('ui.clients.type')}
          value={type}
          choices={[
            { value: 'chat', text: 'chat' },
            { value: 'groupchat', text: 'groupchat' },
          ]}
          onChoose={(value) => setGiven((was) => ({ ...was, type: value === 'chat' ? 'chat' : 'groupchat' }))}
        />
        <Button type="submit" icon={<Send aria-hidden />} disabled={!ready}>
          {t('ui.clients.send', { name })}
        </Button>
      </div>
    </form>
  );
}

function bareOf(jid: string): string {
  return jid.split('/')[0] ?? jid;
}
