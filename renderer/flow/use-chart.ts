import { useMemo } from 'react';
import { machineById } from '#core/shared/machines/catalog.js';
import { machineGraph, type GraphEdge, type MachineGraph } from '#core/shared/machines/machine-graph.js';
import { machineText } from '#core/shared/text/machine-text.js';
import type { Language } from '#core/shared/text/render.js';
import { usePreferences } from '../ui/preferences.js';
import { useText } from '../ui/use-text.js';
import { delayOf, edgeText } from './chart-labels.js';
import { layoutMachine, type ChartLayout } from './machine-layout.js';

export interface Chart {
  /** With descriptions in the user's language. */
  graph: MachineGraph;
  /** `after 10 s [guard]` */
  textOf: (edge: GraphEdge) => string;
  /** Without labels. */
  narrow: ChartLayout;
  labelled: ChartLayout;
}

/** The chart of a machine's definition; undefined for a machine that the catalogue does not have. */
export function useChart(machineId: string): Chart | undefined {
  const t = useText();
  const { language } = usePreferences();
  return useMemo(() => {
    const machine = machineById(machineId);
    if (!machine) return undefined;
    const graph = describedIn(language, machineGraph(machine));
    const textOf = (edge: GraphEdge): string => {
      const delay = delayOf(machine, edge);
      const event =
        delay === undefined ? edge.label : t('ui.inspector.chart.after', { seconds: delay / 1000 });
      return edgeText(event, edge);
    };
    const portText = (states: number): string =>
      states === 0 ? t('ui.inspector.chart.any') : t('ui.inspector.chart.any-of', { count: states });
    return {
      graph,
      textOf,
      narrow: layoutMachine(graph, { portText }),
      labelled: layoutMachine(graph, { portText, labelOf: textOf }),
    };
  }, [machineId, t, language]);
}

function describedIn(language: Language, graph: MachineGraph): MachineGraph {
  const described = <T extends { description?: string }>(part: T): T =>
    part.description === undefined ? part : { ...part, description: machineText(language, part.description) };
  return { ...graph, states: graph.states.map(described), edges: graph.edges.map(described) };
}
