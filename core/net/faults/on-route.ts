/** Puts a fault on every link that its target means, those to come included. */
import { parseRoute } from '#core/shared/faults/route-selector.js';
import type { Frame, WireItem } from '../frame.js';
import type { Link } from '../link.js';
import type { LinkDirection } from '../link-direction.js';
import type { Network } from '../network.js';
import type { FaultOrder } from './fault.js';

export function onLinks(network: Network, order: FaultOrder, attach: (link: Link) => () => void): () => void {
  const route = parseRoute(order.target);
  return route ? network.routes.put(order, route, network.allLinks(), attach) : () => undefined;
}

/** The same for each direction that is meant. */
export function onDirections(
  network: Network,
  order: FaultOrder,
  attach: (direction: LinkDirection, link: Link) => () => void,
): () => void {
  return onLinks(network, order, (link) => {
    const undos = directionsOf(link, order).map((direction) => attach(direction, link));
    return () => undos.forEach((undo) => undo());
  });
}

/** What a pattern of frames is asked about; undefined: FIN or RST. */
export function frameOf(item: WireItem): Frame | undefined {
  return 'frame' in item ? item.frame : undefined;
}

/** Bytes of something that is sent; FIN and RST have none. */
export function bytesOf(item: WireItem): number {
  return frameOf(item)?.bytes.length ?? 0;
}

export function directionsOf(link: Link, { direction }: FaultOrder): readonly LinkDirection[] {
  return direction === 'both' ? link.directions : [link[direction]];
}
