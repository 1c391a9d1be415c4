/**
 * `amp`: message delivery and offline storage. It claims `<presence/>` too, only to fetch offline messages: without the
 * plugin `presence` a join therefore vanishes without an error (§3.5).
 */
import type { Plugin, PluginHost } from './plugin.js';
import { deliverMessage } from './message-delivery.js';
import { fetchOffline, storeOffline } from './offline-messages.js';
import { NS_AMP } from '#core/shared/xmpp/namespaces.js';

export function amp(host: PluginHost): Plugin {
  return {
    id: 'amp',
    elements: ['message', 'presence'],
    discoFeatures: [NS_AMP, 'msgoffline'],
    matches: () => true,
    process: (packet, session, out) => {
      if (packet.name === 'message') deliverMessage(host, packet, session, out);
      else fetchOffline(host, packet, session, out);
    },
    postprocess: (packet, session) => storeOffline(host, packet, session),
  };
}
