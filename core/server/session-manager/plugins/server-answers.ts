/** Plugins that answer one question about the server and pass the same question to others on. */
import { NS_PING, NS_VERSION } from '#core/shared/xmpp/namespaces.js';
import { element, type Element } from '#core/xml/element.js';
import { passOn } from './default-handler.js';
import type { Plugin, PluginHost } from './plugin.js';
import { forServer, isIqAbout, result } from './replies.js';

/** What is played, as `jabber:iq:version` gives it. */
const VERSIONS = { '5.2': '5.2.3', '7.1': '7.1.7' } as const;

function answering(host: PluginHost, id: string, name: string, answer: () => Element[]): Plugin {
  return {
    id,
    elements: ['iq'],
    discoFeatures: [id],
    matches: (packet) => isIqAbout(packet, name, id),
    process: (packet, session, out) => {
      if (forServer(host, packet)) {
        if (packet.type === 'get') out.push(result(host, packet, ...answer()));
      } else if (session) {
        passOn(host, packet, session, out);
      }
    },
  };
}

/** XEP-0092. */
export function version(host: PluginHost): Plugin {
  return answering(host, NS_VERSION, 'query', () => [
    element(
      'query',
      { xmlns: NS_VERSION },
      element('name', {}, 'Tigase'),
      element('version', {}, VERSIONS[host.context.profile]),
      element('os', {}, 'Cluster Lab'),
    ),
  ]);
}

/** XEP-0199; answered even before the login (S03). */
export function ping(host: PluginHost): Plugin {
  return answering(host, NS_PING, 'ping', () => []);
}
