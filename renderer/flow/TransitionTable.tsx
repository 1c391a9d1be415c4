import { useText } from '../ui/use-text.js';
import { currentStates } from './chart-labels.js';
import type { Chart } from './use-chart.js';
import styles from './MachineChart.module.css';

/** The chart as a table, for whoever cannot see it or looks for a word. Transitions that can happen now come first. */
export function TransitionTable({ chart, state }: { chart: Chart; state: string }) {
  const t = useText();
  const { graph, textOf } = chart;
  const lit = currentStates(graph.states, state);
  const names = new Map(graph.states.map(({ id, label }) => [id, label]));
  const edges = [...graph.edges].sort(
    (one, other) => Number(lit.has(other.source)) - Number(lit.has(one.source)),
  );
  return (
    <table className={styles.table}>
      <caption>{t('ui.inspector.chart.table')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('ui.inspector.chart.from')}</th>
          <th scope="col">{t('ui.inspector.chart.event')}</th>
          <th scope="col">{t('ui.inspector.chart.to')}</th>
          <th scope="col">{t('ui.inspector.chart.meaning')}</th>
        </tr>
      </thead>
      <tbody>
        {edges.map((edge) => (
          <tr key={edge.id + edge.target} className={lit.has(edge.source) ? styles.possible : ''}>
            <td>{names.get(edge.source) ?? t('ui.inspector.chart.any')}</td>
            <td>{textOf(edge) || t('ui.inspector.chart.at-once')}</td>
            <td>{names.get(edge.target)}</td>
            <td>{edge.description}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
