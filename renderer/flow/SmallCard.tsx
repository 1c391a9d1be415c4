import { CircleHelp, Globe, User, type LucideIcon } from 'lucide-react';
import { memo } from 'react';
import { outsideHosts } from '#core/shared/config/outside-hosts.js';
import type { TopologyPlan } from '#core/shared/config/topology-plan.js';
import type { TextKey } from '#core/shared/text/en.js';
import { hasText } from '#core/shared/text/render.js';
import type { NodeProps } from '@xyflow/react';
import { useLab } from '../store/use-lab.js';
import { useText } from '../ui/use-text.js';
import { Anchors } from './Anchors.js';
import type { CardNode } from './flow-model.js';
import { Hint } from './Hint.js';
import styles from './SmallCard.module.css';

/** A built-in client. */
export const ClientCard = memo(function ClientCard({ id, data: { card } }: NodeProps<CardNode>) {
  const text = useText();
  const client = useLab((state) => state.clients.find(({ name }) => `client:${name}` === id));
  const selected = useLab(
    ({ selection }) => selection?.kind === 'machine' && selection.instance.startsWith(`${id}/`),
  );
  const online = client?.state === 'online';
  const state = `ui.clients.state.${client?.state}`;
  return (
    <Small
      icon={User}
      kind="client"
      selected={selected}
      label={text('ui.canvas.client', { name: card.name })}
    >
      <strong title={client?.jid}>{card.name}</strong>
      <span className={styles.state} data-online={online}>
        {client && hasText(state) ? text(state as TextKey) : client?.state}
      </span>
    </Small>
  );
});

/** Programs that the lab did not start, by the port they came to. */
export const OutsideCard = memo(function OutsideCard({ data: { card } }: NodeProps<CardNode>) {
  const text = useText();
  return (
    <Small icon={Globe} kind="outside" label={text('ui.canvas.outside')}>
      <Hint text={text('ui.canvas.outside.why', { service: card.name, node: card.near })}>
        {text('ui.canvas.outside')}
      </Hint>
      <span className={styles.state}>{card.name}</span>
    </Small>
  );
});

/** A server on this machine that the lab did not start, by the name that lab.yaml gives it. */
export const OutsideServerCard = memo(function OutsideServerCard({ data: { card } }: NodeProps<CardNode>) {
  const text = useText();
  const address = useLab(({ plan }) => (plan ? addressesOf(plan, card.name) : ''));
  return (
    <Small icon={Globe} kind="outside" label={text('ui.canvas.outsideServer.of', { host: card.name })}>
      <strong title={card.name}>{card.name}</strong>
      <Hint className={styles.state} text={text('ui.canvas.outsideServer.why', { host: card.name, address })}>
        {text('ui.canvas.outsideServer', { address })}
      </Hint>
    </Small>
  );
});

/** `127.0.0.1:5347`: where lab.yaml says that a server is, with every port that some process dials there. */
function addressesOf(plan: TopologyPlan, host: string): string {
  const address = outsideHosts(plan).get(host.toLowerCase()) ?? '';
  const ports = plan.processes.flatMap(({ externals, clusterNodes }) => [
    ...externals.filter((item) => item.type === 'connect' && item.addresses.includes(host)),
    ...clusterNodes.filter((item) => item.host === host),
  ]);
  return [address, [...new Set(ports.map(({ port }) => port))].join('/')].filter(Boolean).join(':');
}

/** A host name that somebody dials and nobody has. */
export const UnknownHostCard = memo(function UnknownHostCard({ data: { card } }: NodeProps<CardNode>) {
  const text = useText();
  return (
    <Small icon={CircleHelp} kind="unknownHost" label={text('ui.canvas.unknownHost')}>
      <strong title={card.name}>{card.name}</strong>
      <Hint className={styles.state} text={text('ui.canvas.unknownHost.why', { host: card.name })}>
        {text('ui.canvas.unknownHost')}
      </Hint>
    </Small>
  );
});

interface SmallProps {
  icon: LucideIcon;
  kind: string;
  label: string;
  selected?: boolean;
  children: React.ReactNode;
}

function Small({ icon: Icon, kind, label, selected = false, children }: SmallProps) {
  return (
    <div className={styles.card} data-kind={kind} data-selected={selected} role="group" aria-label={label}>
      <Anchors />
      <Icon aria-hidden />
      <div className={styles.text}>{children}</div>
    </div>
  );
}
