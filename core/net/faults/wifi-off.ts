import { choice } from '#core/shared/faults/fault-options.js';
import type { FaultKind } from './fault.js';

/**
 * Wi-Fi off: the node's address goes away. Its live sockets hang (Linux, the default) or die (`how: die`, Windows), its
 * dials fail with ENETUNREACH, a listener that binds its address gets the system's EADDRNOTAVAIL and stays failed.
 */
export const wifiOff: FaultKind = {
  kind: 'wifi-off',
  on: 'node',
  group: 'interface',
  exclusive: true,
  options: { how: choice('hang', 'die') },
  apply(network, { target, options }) {
    const reason = `wifi-off ${target}`;
    if (options.how === 'die') network.linksOf(target).forEach((link) => link.cut('wifi-off'));
    network.interfaceDown(target, reason);
    return () => network.interfaceUp(target, reason);
  },
};
