import type { FaultKind } from './fault.js';

/** Pulls a link: RST at both ends, or a FIN to both (`how: fin`). What is on it is lost with a RST, delivered before a FIN. */
export const linkDrop: FaultKind = {
  kind: 'link-drop',
  on: 'link',
  hows: ['reset', 'fin'],
  apply(network, { target, how }) {
    const link = network.link(target);
    if (how === 'fin') link?.finishBoth();
    else link?.cut('link-drop');
    return undefined;
  },
};
