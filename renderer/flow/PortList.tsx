import { CircleX } from 'lucide-react';
import type { NodeView } from '#core/shared/api/results.js';
import type { ProcessPlan } from '#core/shared/config/topology-plan.js';
import { hasText } from '#core/shared/text/render.js';
import type { TextKey } from '#core/shared/text/en.js';
import { useText } from '../ui/use-text.js';
import { Hint } from './Hint.js';
import { plannedPort } from './port-problem.js';
import styles from './PortList.module.css';

interface Props {
  node: NodeView;
  plan: ProcessPlan;
}

/** Ports that listen, and those that could not be opened. */
export function PortList({ node, plan }: Props) {
  const text = useText();
  const open = Object.entries(node.ports);
  const failed = Object.entries(node.failedPorts);
  if (open.length + failed.length === 0) {
    const none = plan.listeners.length === 0 ? 'ui.canvas.ports.none' : 'ui.canvas.ports.waiting';
    return <p className={styles.none}>{text(none)}</p>;
  }
  return (
    <ul className={styles.ports} aria-label={text('ui.canvas.ports')}>
      {failed.map(([name, code]) => (
        <li key={name} className={styles.failed} data-port={plannedPort(plan, name)?.port}>
          <CircleX aria-hidden />
          {text('ui.canvas.port.failed', { port: labelOf(plan, name), reason: reasonOf(code, text) })}
        </li>
      ))}
      {open.map(([name, port]) => (
        <li key={name} className={styles.open} data-port={plannedPort(plan, name)?.port ?? port}>
          <OpenPort
            name={name}
            port={port}
            planned={plannedPort(plan, name)?.port ?? port}
            address={node.address}
          />
        </li>
      ))}
    </ul>
  );
}

function OpenPort({
  name,
  port,
  planned,
  address,
}: {
  name: string;
  port: number;
  planned: number;
  address: string;
}) {
  const text = useText();
  const why =
    port === planned
      ? text('ui.canvas.port.open', { name, address, port })
      : text('ui.canvas.port.mapped', { name, port: planned, real: `${address}:${port}` });
  return (
    <Hint text={why}>
      <span className={styles.service}>{name}</span>
      <span className={styles.number}>{port === planned ? port : `${planned}→${port}`}</span>
    </Hint>
  );
}

/** `5270 ext` */
export function labelOf(plan: ProcessPlan, name: string): string {
  const planned = plannedPort(plan, name);
  return planned ? `${planned.port} ${name}` : name;
}

function reasonOf(code: string, text: (key: TextKey) => string): string {
  const key = `ui.canvas.error.${code}`;
  return hasText(key) ? text(key as TextKey) : code;
}
