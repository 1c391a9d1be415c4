/**
 * Which node of the cluster a user belongs to (`--cm-see-other-host`, §2.6, §7.6): a client that names itself in its
 * header and is elsewhere is told the node's host name, whether or not it can resolve it.
 */
import { seeOtherHostHashed } from '#core/shared/routing/see-other-host.js';
import { parseJid } from '#core/shared/xmpp/jid.js';
import type { ServerContext } from '../server-context.js';

const PACKAGE = 'tigase.server.xmppclient.';
const DEFAULT_HOST = 'c2s/cm-see-other-host/default-host';

export class SeeOtherHost {
  private readonly context: ServerContext;
  private readonly nodes: Set<string>;

  constructor(context: ServerContext) {
    this.context = context;
    this.nodes = new Set([context.hostname]);
  }

  nodeConnected(host: string): void {
    this.nodes.add(host);
  }

  nodeDisconnected(host: string): void {
    this.nodes.delete(host);
  }

  /** Host name to send the user of a header's `from` to; undefined: he may stay. */
  redirect(from: string | undefined): string | undefined {
    const jid = from === undefined ? undefined : parseJid(from);
    if (jid?.local === undefined || !this.context.plan.virtualHosts.includes(jid.domain)) return undefined;
    const host = this.hostOf(jid.bare);
    return host === this.context.hostname ? undefined : host;
  }

  private hostOf(bareJid: string): string | undefined {
    const { plan } = this.context;
    const byDefault = plan.clusterMode ? 'SeeOtherHostHashed' : 'SeeOtherHost';
    const wanted = plan.properties['--cm-see-other-host'] || byDefault;
    const name = wanted.startsWith(PACKAGE) ? wanted.slice(PACKAGE.length) : wanted;
    if (name === 'SeeOtherHostHashed') return seeOtherHostHashed(bareJid, [...this.nodes]);
    // The code splits at commas, whatever the documentation writes (§2.6).
    return name === 'SeeOtherHost' ? plan.settings[DEFAULT_HOST]?.split(',')[0] : undefined;
  }
}
