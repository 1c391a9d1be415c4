/** `urn:ietf:params:xml:ns:xmpp-session`: the session request of RFC 3921, which nobody needs any more. */
import { NS_SESSION } from '#core/shared/xmpp/namespaces.js';
import { element } from '#core/xml/element.js';
import type { Plugin, PluginHost } from './plugin.js';
import { isIqAbout, result } from './replies.js';

export function sessionBind(host: PluginHost): Plugin {
  return {
    id: NS_SESSION,
    elements: ['iq'],
    streamFeatures: (session) =>
      session.bareJid === undefined ? [] : [element('session', { xmlns: NS_SESSION })],
    matches: (packet) => isIqAbout(packet, 'session', NS_SESSION),
    process: (packet, session, out) => {
      if (!session?.jid || packet.type !== 'set') return;
      if (session.presence === undefined) session.machine.send({ type: 'session.set' });
      out.push(result(host, packet));
    },
  };
}
