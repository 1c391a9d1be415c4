import { useId } from 'react';
import type { GraphEdge } from '#core/shared/machines/machine-graph.js';
import { useText } from '../ui/use-text.js';
import { currentStates } from './chart-labels.js';
import {
  LINE_HEIGHT,
  type ChartArrow,
  type ChartLayout,
  type ChartPort,
  type ChartState,
} from './machine-layout.js';
import styles from './MachineChart.module.css';

interface Props {
  chart: ChartLayout;
  textOf: (edge: GraphEdge) => string;
  /** Name for screen readers. */
  label: string;
  state: string;
  lastEdge: string;
  scale: number;
}

/** The drawing: boxes first, arrows over them, states and labels on top. */
export function ChartDrawing({ chart, textOf, label, state, lastEdge, scale }: Props) {
  const arrowhead = useId();
  const { width, height, states, ports, arrows } = chart;
  const lit = currentStates(states, state);
  const isLast = ({ edges }: ChartArrow): boolean => edges.some(({ id }) => id === lastEdge);
  // The last one is drawn over the others.
  const ordered = [...arrows].sort((one, other) => Number(isLast(one)) - Number(isLast(other)));
  return (
    <svg
      role="img"
      aria-label={label}
      className={styles.drawing}
      width={width * scale}
      height={height * scale}
      viewBox={`0 0 ${width} ${height}`}
    >
      <Arrowhead id={`${arrowhead}-plain`} className={styles.head} />
      <Arrowhead id={`${arrowhead}-last`} className={styles.headLast} />
      {states.map((box) => (box.compound ? <StateBox key={box.id} box={box} lit={lit.has(box.id)} /> : null))}
      {ordered.map((arrow) => {
        const last = isLast(arrow);
        return (
          <g key={arrow.edges[0]?.id} className={last ? styles.lastArrow : styles.arrow}>
            <title>
              {arrow.edges
                .map((edge) => [textOf(edge), edge.description].filter(Boolean).join(' · '))
                .join('\n')}
            </title>
            <path className={styles.grip} d={arrow.path} />
            <path
              className={styles.line}
              d={arrow.path}
              markerEnd={`url(#${arrowhead}-${last ? 'last' : 'plain'})`}
            />
          </g>
        );
      })}
      {states.map((box) => (box.compound ? null : <StateBox key={box.id} box={box} lit={lit.has(box.id)} />))}
      {ports.map((port) => (
        <PortPill key={port.id} port={port} states={states} />
      ))}
      {ordered.map((arrow) =>
        arrow.label ? <Label key={arrow.edges[0]?.id} {...arrow.label} last={isLast(arrow)} /> : null,
      )}
    </svg>
  );
}

function Arrowhead({ id, className }: { id: string; className: string | undefined }) {
  return (
    <marker
      id={id}
      viewBox="0 0 8 8"
      refX="7"
      refY="4"
      markerUnits="userSpaceOnUse"
      markerWidth="9"
      markerHeight="9"
      orient="auto"
    >
      <path d="M0 0.5 L8 4 L0 7.5 z" className={className} />
    </marker>
  );
}

function StateBox({ box, lit }: { box: ChartState; lit: boolean }) {
  const t = useText();
  const { x, y, width, height, compound, final, initial, label, description } = box;
  const classes = [styles.state, compound ? styles.compound : '', lit ? styles.lit : ''];
  const marks = [
    initial ? t('ui.inspector.chart.initial') : '',
    final ? t('ui.inspector.chart.final') : '',
    lit ? t('ui.inspector.chart.current') : '',
  ].filter((mark) => mark !== '');
  return (
    <g className={classes.join(' ')}>
      <title>{[label, ...marks, description].filter(Boolean).join(' · ')}</title>
      <rect x={x} y={y} width={width} height={height} rx={8} />
      {final ? (
        <rect className={styles.inner} x={x + 3} y={y + 3} width={width - 6} height={height - 6} rx={6} />
      ) : null}
      {initial ? (
        <circle className={styles.initial} cx={x} cy={compound ? y + 11 : y + height / 2} r={4} />
      ) : null}
      <text x={compound ? x + 10 : x + width / 2} y={compound ? y + 15 : y + height / 2 + 4.5}>
        {label}
      </text>
    </g>
  );
}

function PortPill({ port, states }: { port: ChartPort; states: readonly ChartState[] }) {
  const { x, y, width, height, text, sources } = port;
  const names = states.filter(({ id }) => sources.includes(id)).map(({ label }) => label);
  return (
    <g className={styles.port}>
      <title>{[text, ...names].join('\n')}</title>
      <rect x={x} y={y} width={width} height={height} rx={height / 2} />
      <text x={x + width / 2} y={y + 14}>
        {text}
      </text>
    </g>
  );
}

function Label({ x, y, width, lines, last }: NonNullable<ChartArrow['label']> & { last: boolean }) {
  return (
    <text className={`${styles.label} ${last ? styles.lastLabel : ''}`}>
      {lines.map((line, index) => (
        <tspan key={line} x={x + width / 2} y={y + 13 + index * LINE_HEIGHT}>
          {line}
        </tspan>
      ))}
    </text>
  );
}
