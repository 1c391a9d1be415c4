/**
 * tigase.cluster.VirtualComponent: stands where a component runs on another node only, and sends all it gets to the real one
 * over `cl-comp` (§5.10). Settings: `redirect-to`, `fixed-domain`, `disco-name`.
 */
import { Component, type Routing } from '#core/component/component.js';
import type { Packet } from '#core/component/packet.js';
import type { DiscoItem } from '../disco-answers.js';

export class VirtualComponent extends Component {
  private firstConnected: string | undefined;

  override nodeConnected(host: string): void {
    this.firstConnected ??= host;
  }

  /** Its domain, if it has one that is not `NAME.<vhost>`. */
  override routings(): readonly Routing[] {
    const fixed = this.setting('fixed-domain');
    return fixed === undefined ? [] : [{ matches: (_bare, domain) => domain === fixed }];
  }

  /** What the server's disco shows of it. */
  discoItems(): DiscoItem[] {
    const name = this.setting('disco-name') ?? 'Multi User Chat';
    const fixed = this.setting('fixed-domain');
    const domains =
      fixed === undefined ? this.context.plan.virtualHosts.map((host) => `${this.name}.${host}`) : [fixed];
    return domains.map((jid) => ({ jid, name }));
  }

  protected processPacket(packet: Packet): void {
    const target = this.redirectTo();
    // To itself it would be handed to and fro for ever.
    if (target === undefined || target === this.id) {
      const why = target === undefined ? 'no node to redirect to' : 'redirects to itself';
      const { node, trace } = this.context;
      return void trace.record('packet.dropped', node, [this.name, packet.number, why]);
    }
    packet.packetTo = target;
    this.send(packet);
  }

  private redirectTo(): string | undefined {
    const set = this.setting('redirect-to');
    if (set !== undefined) return set;
    const { clusterNodes } = this.context.plan;
    const other =
      clusterNodes.find(({ host }) => host !== this.context.hostname)?.host ?? this.firstConnected;
    return other === undefined ? undefined : `${this.name}@${other}`;
  }

  private setting(key: string): string | undefined {
    return this.context.plan.settings[`${this.name}/${key}`];
  }
}
