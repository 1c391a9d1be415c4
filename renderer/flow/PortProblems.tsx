import { RotateCw } from 'lucide-react';
import type { NodeView } from '#core/shared/api/results.js';
import type { ProcessPlan } from '#core/shared/config/topology-plan.js';
import { useFeed } from '../store/feed-context.js';
import { Button } from '../ui/Button.js';
import { useText } from '../ui/use-text.js';
import { labelOf } from './PortList.js';
import { plannedPort, portProblem } from './port-problem.js';
import styles from './PortProblems.module.css';

interface Props {
  node: NodeView;
  plan: ProcessPlan;
}

/** Why ports are missing, and what brings them back: never the Wi-Fi alone. */
export function PortProblems({ node, plan }: Props) {
  const text = useText();
  const feed = useFeed();
  const failed = Object.entries(node.failedPorts);
  if (failed.length === 0) return null;
  const kinds = new Map(failed.map(([name]) => [portProblem(node, plan, name), name]));
  return (
    <div className={styles.problems} role="status">
      {[...kinds].map(([problem, name]) => {
        const bind = plannedPort(plan, name)?.bind ?? '';
        const params = { port: labelOf(plan, name), bind, code: node.failedPorts[name] ?? '' };
        return <p key={problem}>{text(`ui.canvas.problem.${problem}`, params)}</p>;
      })}
      <Button
        icon={<RotateCw aria-hidden />}
        className={`nodrag ${styles.again}`}
        onClick={() => void feed.act('node.restart', { node: node.name })}
      >
        {text('ui.canvas.restart.process')}
      </Button>
    </div>
  );
}
