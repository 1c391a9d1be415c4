import { currentStates } from '#renderer/flow/chart-labels.js';
import { useChart } from '#renderer/flow/use-chart.js';
import { useText } from '#renderer/ui/use-text.js';
import { Section } from './Section.js';
import parts from './Parts.module.css';
import styles from './Moves.module.css';

/** What can happen from here, in words: what the chart shows as arrows. */
export function PossibleMoves({ machineId, state }: { machineId: string; state: string }) {
  const t = useText();
  const chart = useChart(machineId);
  if (!chart) return null;
  const { graph, textOf } = chart;
  const lit = currentStates(graph.states, state);
  const ids = new Set(graph.states.map(({ id }) => id));
  const names = new Map(graph.states.map(({ id, label }) => [id, label]));
  // What leaves the machine itself (no state of its own) can always happen.
  const moves = graph.edges.filter(({ source }) => lit.has(source) || !ids.has(source));
  const here = graph.states.filter(({ id, description }) => lit.has(id) && description);
  return (
    <Section title={t('ui.inspector.moves')} count={moves.length}>
      {here.map(({ id, label, description }) => (
        <p key={id} className={parts.hint}>
          <code>{label}</code>: {description}
        </p>
      ))}
      {moves.length === 0 ? <p className={parts.hint}>{t('ui.inspector.moves.none')}</p> : null}
      <ul className={parts.list}>
        {moves.map((edge) => (
          <li key={edge.id + edge.target} className={styles.possible}>
            <code>{textOf(edge) || t('ui.inspector.chart.at-once')}</code> →{' '}
            <code>{names.get(edge.target)}</code>
            {edge.description ? <span className={styles.why}>{edge.description}</span> : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}
