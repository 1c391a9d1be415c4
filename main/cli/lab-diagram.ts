import type { Lab } from '#core/lab/lab.js';
import { ALL_SORTS, filtered } from '#core/shared/trace/diagram/diagram.js';
import { DiagramFold } from '#core/shared/trace/diagram/diagram-fold.js';
import { diagramMermaid } from '#core/shared/trace/diagram/diagram-mermaid.js';
import { diagramSvg } from '#core/shared/trace/diagram/diagram-svg.js';
import { traceEvent } from '#core/shared/trace/trace-event.js';

/** Rows read at a time. */
const CHUNK = 4096;

/** The run of a lab as the text of a `.svg` or `.mmd` file: what was said, links and faults, without every state. */
export function labDiagram({ trace, topology }: Lab, file: string): string {
  const fold = new DiagramFold(topology.processes.map(({ name }) => name));
  for (let from = 1; from <= trace.length; from += CHUNK) {
    for (const row of trace.range(from, from + CHUNK - 1)) fold.take(traceEvent(row));
  }
  const sorts = new Set(ALL_SORTS.filter((sort) => sort !== 'timer' && sort !== 'state'));
  const shown = filtered(fold, { sorts, hidden: new Set(), contains: '' });
  return file.endsWith('.mmd') ? diagramMermaid(shown) : diagramSvg(shown, 'sequence');
}
