import { databaseName } from '#renderer/flow/database-name.js';
import { dialledHost } from '#renderer/flow/link-machines.js';
import { useLab } from '#renderer/store/use-lab.js';
import { useText } from '#renderer/ui/use-text.js';
import { DetailsHeader } from './DetailsHeader.js';
import { MachineList } from './MachineList.js';
import { PickList } from './PickList.js';
import { Section } from './Section.js';

/** A card that is no process: a client, somebody from outside, a server outside, a host name that nobody has, a database. */
export function OtherNode({ node }: { node: string }) {
  const t = useText();
  const [kind, ...rest] = node.split(':');
  const name = rest.join(':');
  const links = useLab((state) =>
    state.links.filter(({ id, dialler, acceptor, service }) => {
      if (kind === 'outside') return dialler.external && name === `${acceptor.node}:${service}`;
      if (kind === 'server') return acceptor.external && name === dialledHost(id);
      return dialler.node === node;
    }),
  );
  const users = useLab(
    (state) =>
      state.plan?.processes.filter(
        ({ databaseUri }) => databaseUri !== undefined && databaseName(databaseUri) === name,
      ) ?? [],
  );
  return (
    <>
      <DetailsHeader title={name || node} subtitle={t(`ui.inspector.other.${otherKind(kind)}`)} />
      {kind === 'client' ? <MachineList node={node} /> : null}
      {kind === 'client' || kind === 'outside' || kind === 'server' ? (
        <Section title={t('ui.inspector.links')} count={links.length}>
          <PickList
            label={t('ui.inspector.links')}
            empty={t('ui.inspector.links.none')}
            picks={links.map(({ id, service }) => ({
              key: id,
              text: id,
              note: service,
              goTo: { kind: 'link', link: id },
            }))}
          />
        </Section>
      ) : null}
      {kind === 'db' ? (
        <Section title={t('ui.inspector.processes')} count={users.length}>
          <PickList
            label={t('ui.inspector.processes')}
            picks={users.map((user) => ({
              key: user.name,
              text: user.name,
              goTo: { kind: 'node', node: user.name },
            }))}
          />
        </Section>
      ) : null}
    </>
  );
}

const KINDS = ['client', 'outside', 'server', 'host', 'db'] as const;

function otherKind(kind: string | undefined): (typeof KINDS)[number] | 'gone' {
  return KINDS.find((known) => known === kind) ?? 'gone';
}
