import { useState, type FormEvent } from 'react';
import { UserPlus } from 'lucide-react';
import type { CommandArgs } from '#core/shared/api/commands.js';
import { useFeed } from '#renderer/store/feed-context.js';
import { useLab } from '#renderer/store/use-lab.js';
import { Button } from '#renderer/ui/Button.tsx';
import { SelectField, TextField } from '#renderer/ui/Field.tsx';
import { useText } from '#renderer/ui/use-text.js';
import styles from './ClientsPanel.module.css';

const NAMES = ['alice', 'bob', 'carol', 'dave', 'erin', 'frank', 'grace', 'heidi'];
const MECHANISMS = ['PLAIN', 'SCRAM-SHA-1'] as const;

interface Props {
  servers: readonly string[];
  onAdded: (name: string) => void;
}

/** Name and server are enough; account and mechanism are under “more”. */
export function AddClient({ servers, onAdded }: Props) {
  const t = useText();
  const feed = useFeed();
  const taken = useLab((state) => state.clients.map(({ name }) => name));
  const [given, setGiven] = useState({ name: '', node: '', jid: '', password: '', mechanism: 'PLAIN' });
  const free = NAMES.find((name) => !taken.includes(name)) ?? `user${taken.length + 1}`;
  const node = servers.includes(given.node) ? given.node : (servers[taken.length % servers.length] ?? '');
  const change = (part: Partial<typeof given>): void => setGiven((was) => ({ ...was, ...part }));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const name = given.name.trim() || free;
    void feed.act('client.add', argsOf({ ...given, name, node })).then((client) => {
      if (!client) return;
      change({ name: '', node: '', jid: '', password: '' });
      onAdded(name);
    });
  };
  return (
    <form className={styles.add} onSubmit={submit}>
      <div className={styles.pair}>
        <TextField
          label={t('ui.clients.name')}
          placeholder={free}
          value={given.name}
          onChange={(event) => change({ name: event.target.value })}
        />
        <SelectField
          label={t('ui.clients.server')}
          value={node}
          choices={servers.map((name) => ({ value: name, text: name }))}
          onChoose={(value) => change({ node: value })}
        />
      </div>
      <details>
        <summary>{t('ui.clients.more')}</summary>
        <div className={styles.more}>
          <TextField
            label={t('ui.clients.jid')}
            hint={t('ui.clients.jid.hint')}
            value={given.jid}
            onChange={(event) => change({ jid: event.target.value })}
          />
          <TextField
            label={t('ui.clients.password')}
            hint={t('ui.clients.password.hint')}
            value={given.password}
            onChange={(event) => change({ password: event.target.value })}
          />
          <SelectField
            label={t('ui.clients.mechanism')}
            value={given.mechanism}
            choices={MECHANISMS.map((name) => ({ value: name, text: name }))}
            onChoose={(value) => change({ mechanism: value })}
          />
        </div>
      </details>
      <Button type="submit" tone="primary" icon={<UserPlus aria-hidden />}>
        {t('ui.clients.add', { name: given.name.trim() || free })}
      </Button>
    </form>
  );
}

function argsOf(given: {
  name: string;
  node: string;
  jid: string;
  password: string;
  mechanism: string;
}): CommandArgs<'client.add'> {
  const { name, node, jid, password } = given;
  const mechanism = MECHANISMS.find((known) => known === given.mechanism);
  return {
    name,
    node,
    mechanism,
    ...(jid.trim() ? { jid: jid.trim() } : {}),
    ...(password ? { password } : {}),
  };
}
