import { useState } from 'react';
import type { NodeView } from '#core/shared/api/results.js';
import { useLab } from '#renderer/store/use-lab.js';
import { CopyButton } from '#renderer/ui/CopyButton.tsx';
import { SelectField } from '#renderer/ui/Field.tsx';
import { useText } from '#renderer/ui/use-text.js';
import { snippets, type Door, type Snippet } from './snippets.js';
import styles from './ConnectCard.module.css';

/** How a client of one's own gets into the lab. */
export function ConnectCard() {
  const t = useText();
  const { nodes, plan } = useLab((state) => ({ nodes: state.nodes, plan: state.plan }));
  const [chosen, setChosen] = useState('');
  const servers = nodes.filter(({ ports }) => ports['c2s'] !== undefined);
  const server = servers.find(({ name }) => name === chosen) ?? servers[0];
  if (!server) return <p className={styles.empty}>{t('ui.clients.no-server')}</p>;
  const process = plan?.processes.find(({ name }) => name === server.name);
  const door = doorOf(server, process?.virtualHosts[0] ?? server.hostname);
  return (
    <div className={styles.card}>
      <p>{t('ui.clients.connect.about')}</p>
      <SelectField
        label={t('ui.clients.connect.server')}
        value={server.name}
        choices={servers.map(({ name, address }) => ({ value: name, text: `${name} · ${address}` }))}
        onChoose={setChosen}
      />
      <dl className={styles.facts}>
        <Fact name={t('ui.clients.connect.host')} value={door.address} />
        <Fact name={t('ui.clients.connect.port')} value={String(door.port)} />
        <Fact name={t('ui.clients.connect.domain')} value={door.domain} />
      </dl>
      <ul className={styles.rules}>
        <li>{t('ui.clients.connect.dns')}</li>
        <li>{t('ui.clients.connect.tls')}</li>
        <li>{t(plan?.users.strict ? 'ui.clients.connect.strict' : 'ui.clients.connect.users')}</li>
      </ul>
      {snippets(door).map((snippet) => (
        <SnippetBox key={snippet.name} snippet={snippet} />
      ))}
    </div>
  );
}

function doorOf({ address, ports }: NodeView, domain: string): Door {
  return { address, port: ports['c2s'] ?? 0, domain };
}

function Fact({ name, value }: { name: string; value: string }) {
  const t = useText();
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <code title={value}>{value}</code>
        <CopyButton text={value} label={t('ui.clients.copy', { what: name })} />
      </dd>
    </div>
  );
}

function SnippetBox({ snippet: { name, language, code } }: { snippet: Snippet }) {
  const t = useText();
  return (
    <section className={styles.snippet} aria-label={name}>
      <header>
        <h2>{name}</h2>
        <span>{t(`ui.clients.connect.${language}`)}</span>
        <CopyButton text={code} label={t('ui.clients.copy', { what: name })} />
      </header>
      <pre tabIndex={0}>{code}</pre>
    </section>
  );
}
