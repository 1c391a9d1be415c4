/** Faults on one link between two plain parties. */
import type { Connection } from '#core/net/connection.js';
import type { FaultOrder } from '#core/net/faults/fault.js';
import { NETWORK_FAULTS } from '#core/net/faults/kinds.js';
import type { Link } from '#core/net/link.js';
import { checkOptions } from '#core/shared/faults/fault-options.js';
import { faultOrder } from './fault-order.js';
import { connectedPair, NetRig, type TransportName } from './net-rig.js';

export interface FaultBench {
  rig: NetRig;
  link: Link;
  heard: string[];
  a: Connection;
  b: Connection;
}

export async function openBench(transport: TransportName, seed = 1): Promise<FaultBench> {
  const rig = await NetRig.open(transport, seed);
  const { heard, a, b } = await connectedPair(rig);
  const link = rig.network.link(a.link);
  if (!link) throw new Error('no link');
  heard.splice(0);
  return { rig, link, heard, a, b: b() };
}

/** Puts a fault on the link `a>b` (or another target); gives what heals it. */
export function putFault(
  { rig }: FaultBench,
  kind: string,
  options: Record<string, string | number> = {},
  order: Partial<FaultOrder> = {},
): () => void {
  const fault = NETWORK_FAULTS.find((known) => known.kind === kind);
  if (!fault) throw new Error(`no kind ${kind}`);
  const checked = checkOptions(fault.options, options);
  if (!checked.ok) throw new Error(`${checked.option}: ${checked.allowed}`);
  const undo = fault.apply(
    rig.network,
    faultOrder({ target: 'a>b', ...order, kind, options: checked.values }),
  );
  return () => undo?.();
}

/** Lab time in ms. */
export function labTime({ rig }: FaultBench): number {
  return rig.clock.now() / 1000;
}
