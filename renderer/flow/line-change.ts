/** What applying the edited files would do to a line that is there. */
import type { LinkDifference } from '#core/shared/config/preview/diff-links.js';
import type { PlannedLink } from '#core/shared/config/preview/planned-links.js';
import { remembering } from '#core/shared/config/remembering.js';
import { linePlace, type LinePlace } from '../faults/fault-place.js';
import { useFiles } from '../files/files-store.js';
import { useLab } from '../store/use-lab.js';
import type { LineShape } from './canvas-shape.js';
import { useCanvas } from './canvas-store.js';

export interface LineChange {
  change: 'removed' | 'changed';
  /** As it would be; one that goes: as it is. */
  link: PlannedLink;
}

/** undefined: the line stays as it is. */
export function lineChange(
  { removed, changed }: Pick<LinkDifference, 'removed' | 'changed'>,
  line: Pick<LinePlace, 'from' | 'to' | 'port'> & { service: string },
): LineChange | undefined {
  const isMeant = ({ from, to, host, port, service }: PlannedLink): boolean =>
    from === line.from &&
    (to === undefined || to === 'outside' ? host : to) === line.to &&
    // A place where only somebody dials need not have a port.
    (line.port === undefined ? service === line.service : port === line.port);
  const gone = removed.find(isMeant);
  if (gone) return { change: 'removed', link: gone };
  const other = changed.find(isMeant);
  return other && { change: 'changed', link: other };
}

/**
 * The change of a line of the map; nothing while the map shows the past. `speaks`: of several connections of one route,
 * one says what would become of them.
 */
export function useLineChange({
  id,
  source,
  target,
  service,
}: LineShape): (LineChange & { speaks: boolean }) | undefined {
  const { plan, past } = useLab((state) => ({ plan: state.plan, past: state.past !== undefined }));
  // Of a difference that changes no line, hundreds of lines hear nothing.
  const links = useFiles(({ difference }) =>
    changesLines(difference?.links) ? difference?.links : undefined,
  );
  const first = useCanvas(({ lines }) => firstOfRoutes(lines).get(routeOf({ source, target, service })));
  if (past || !links) return undefined;
  const { line } = linePlace(plan, { id, source, target, service });
  const found = line && lineChange(links, { ...line, service });
  return found && { ...found, speaks: first === id };
}

function changesLines(links: LinkDifference | undefined): boolean {
  return links !== undefined && links.removed.length + links.changed.length > 0;
}

function routeOf({ source, target, service }: Omit<LineShape, 'id'>): string {
  return JSON.stringify([source, target, service]);
}

/** Route → the first of its connections. All lines of the map ask for it, whenever anything on the map changes. */
const firstOfRoutes = remembering((lines: readonly LineShape[]): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const line of lines) if (!found.has(routeOf(line))) found.set(routeOf(line), line.id);
  return found;
});
