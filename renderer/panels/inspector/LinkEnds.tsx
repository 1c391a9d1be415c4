import type { MachineView } from '#core/shared/trace/machine-fold.js';
import { MachineChart } from '#renderer/flow/MachineChart.tsx';
import { dialledHost } from '#renderer/flow/link-machines.js';
import { select } from '#renderer/store/lab-store.js';
import { Button } from '#renderer/ui/Button.tsx';
import { useText } from '#renderer/ui/use-text.js';
import { mismatchOf } from './belief.js';
import { Callout } from './Callout.js';
import { StateBadge } from './StateBadge.js';
import { LinkTraffic } from './Traffic.js';
import { useMachineName } from './use-machine-name.js';
import type { LinkShown } from './use-link.js';
import parts from './Parts.module.css';
import styles from './LinkEnds.module.css';

/** Both machines of a link beside each other, so that one sees where they do not agree. */
export function LinkEnds({ shown }: { shown: LinkShown }) {
  const t = useText();
  const { link, dialler, acceptor } = shown;
  const mismatch = mismatchOf(shown);
  if (!link) return null;
  const [fromOutside, toOutside] = [link.dialler.external, link.acceptor.external];
  return (
    <div className={styles.ends}>
      <div className={styles.notes}>
        {mismatch ? (
          <Callout tone="warn">{t(`ui.inspector.belief.${mismatch.code}`, mismatch.params)}</Callout>
        ) : null}
        {link.held.length > 0 ? (
          <Callout tone="error">{t('ui.inspector.held.by', { faults: link.held.join(', ') })}</Callout>
        ) : null}
      </div>
      <LinkTraffic
        link={link}
        ends={[
          fromOutside ? t('ui.canvas.outside') : link.dialler.node,
          toOutside ? dialledHost(link.id) : link.acceptor.node,
        ]}
      />
      <div className={styles.pair}>
        <End
          role={t('ui.inspector.dialled-by')}
          name={fromOutside ? t('ui.canvas.outside') : link.dialler.node}
          address={addressOf(link.dialler)}
          machine={dialler}
          none={t(fromOutside ? 'ui.inspector.end.outside' : 'ui.inspector.end.none')}
          waiting={link.waiting.ab}
          {...(fromOutside ? {} : { node: link.dialler.node })}
        />
        <End
          role={t('ui.inspector.accepted-by')}
          name={toOutside ? dialledHost(link.id) : link.acceptor.node}
          node={toOutside ? `server:${dialledHost(link.id)}` : link.acceptor.node}
          address={addressOf(link.acceptor)}
          machine={acceptor}
          none={t(toOutside ? 'ui.inspector.end.outside' : 'ui.inspector.end.none')}
          waiting={link.waiting.ba}
        />
      </div>
    </div>
  );
}

function addressOf({ address, port }: { address: string; port: number }): string {
  return address === '' ? '' : `${address}:${port}`;
}

interface EndProps {
  role: string;
  name: string;
  /** Node to go to. */
  node?: string;
  address: string;
  machine: MachineView | undefined;
  /** Said when there is no machine. */
  none: string;
  /** Frames that wait to leave this end. */
  waiting: number;
}

function End({ role, name, node, address, machine, none, waiting }: EndProps) {
  const t = useText();
  const nameOf = useMachineName();
  return (
    <section className={styles.end} aria-label={`${role} ${name}`}>
      <h3 className={styles.title}>
        <span className={styles.role}>{role}</span>
        {node === undefined ? (
          <strong>{name}</strong>
        ) : (
          <Button tone="quiet" className={styles.name ?? ''} onClick={() => select({ kind: 'node', node })}>
            {name}
          </Button>
        )}
        {machine ? <StateBadge state={machine.state} /> : null}
      </h3>
      <p className={parts.hint}>
        {[
          address,
          machine ? nameOf(machine.machine) : '',
          waiting > 0 ? t('ui.inspector.waiting', { count: waiting }) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {machine ? (
        <>
          <MachineChart compact machineId={machine.machine} state={machine.state} lastEdge={machine.edge} />
          <Button tone="quiet" onClick={() => select({ kind: 'machine', instance: machine.instance })}>
            {t('ui.inspector.machine.open')}
          </Button>
        </>
      ) : (
        <p className={parts.hint}>{none}</p>
      )}
    </section>
  );
}
