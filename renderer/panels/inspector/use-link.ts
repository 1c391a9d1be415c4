import { useRef } from 'react';
import type { LinkView } from '#core/shared/api/results.js';
import type { TraceEvent } from '#core/shared/trace/trace-event.js';
import { linkEnds, type LinkEnds } from '#renderer/flow/link-machines.js';
import { useLab } from '#renderer/store/use-lab.js';
import { currentDials } from './dials.js';
import { useLogQuery } from './use-log-query.js';

export interface LinkShown extends LinkEnds {
  /** Undefined: nothing is known of it. */
  link: LinkView | undefined;
  /** False: the lab has no such connection any more. */
  present: boolean;
}

/** A link with the machines at its ends; one that is gone as it was last seen. */
export function useLink(id: string): LinkShown {
  const now = useLab((state) => state.links.find((link) => link.id === id));
  const machines = useLab((state) => state.machines);
  const told = useLogQuery(id, (events) => linkFromLog(events, id));
  const seen = useRef<LinkView>(undefined);
  if (now) seen.current = now;
  const link = now ?? (seen.current ? { ...seen.current, open: false, held: [], faults: [] } : told);
  const ends = link ? linkEnds(link, machines, currentDials()) : { dialler: undefined, acceptor: undefined };
  return { link, present: now !== undefined, ...ends };
}

function linkFromLog(events: readonly TraceEvent[], id: string): LinkView | undefined {
  const of = (kind: string) => events.find((event) => event.kind === kind && event.data.link === id);
  const [dialled, opened] = [of('link.dialled'), of('link.opened')];
  if (!dialled) return undefined;
  const { service, from, to, port } = dialled.data;
  const acceptor = String(opened?.data.acceptor ?? to);
  return {
    id,
    service: String(service),
    dialler: { node: String(from), address: '', port: 0, external: false },
    acceptor: { node: acceptor, address: '', port: Number(port), external: acceptor === 'outside' },
    open: false,
    waiting: { ab: 0, ba: 0 },
    held: [],
    faults: [],
  };
}
