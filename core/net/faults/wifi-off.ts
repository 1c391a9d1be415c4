import { choice } from '#core/shared/faults/fault-options.js';
import { wifiHold } from '../interfaces.js';
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
    const hold = wifiHold(target);
    network.interfaces.setUp(target, false);
    for (const link of network.linksOf(target)) {
      if (options.how === 'die') link.cut('wifi-off');
      else link.directions.forEach((direction) => direction.hold(hold));
    }
    return () => {
      network.interfaces.setUp(target, true);
      network.allLinks().forEach((link) => link.directions.forEach((direction) => direction.unhold(hold)));
    };
  },
};
