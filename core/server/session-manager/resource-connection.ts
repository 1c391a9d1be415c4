/** One client session: a resource of a user, or a stream that may become one (XMPPResourceConnection, §7.1). */
import { withEffects } from '#core/component/machine-effects.js';
import { runMachine, type RunningMachine } from '#core/component/machine-runner.js';
import type { Micros } from '#core/shared/injected/clock.js';
import { userSessionMachine } from '#core/shared/machines/user-session.machine.js';
import type { Jid } from '#core/shared/xmpp/jid.js';
import type { Element } from '#core/xml/element.js';
import type { UserRecord } from '../cluster/session-clustering.js';
import type { ServerContext } from '../server-context.js';

/** What `STREAM_OPENED` says. */
export interface OpenedStream {
  connectionId: string;
  /** The stream's id. */
  sessionId: string;
  /** The virtual host of the header. */
  domain: string;
}

export interface SessionHooks {
  /** Nobody logged in in time. */
  timedOut(session: ResourceConnection): void;
  /** A newer session has bound the same resource. */
  takenOver(session: ResourceConnection): void;
  /** It is over, for whatever reason. */
  loggedOut(session: ResourceConnection): void;
}

export class ResourceConnection {
  readonly connectionId: string;
  readonly sessionId: string;
  readonly domain: string;
  readonly openedAt: Micros;
  readonly machine: RunningMachine<typeof userSessionMachine>;
  /** Set by authentication. */
  bareJid: string | undefined;
  /** The full address; set by binding. */
  jid: Jid | undefined;
  /** ms from the opening of the stream to authentication. */
  authTime = 0;
  /** The last broadcast presence, with `from`; undefined: not available. */
  presence: Element | undefined;
  priority = 0;
  /** Full texts of the addresses that got directed presence: rooms above all (RFC 6121 §4.6). */
  readonly directed = new Set<string>();
  /** XEP-0280. */
  carbons = false;
  /** Offline messages are fetched once a session. */
  offlineFetched = false;

  constructor(context: ServerContext, opened: OpenedStream, hooks: SessionHooks) {
    this.connectionId = opened.connectionId;
    this.sessionId = opened.sessionId;
    this.domain = opened.domain;
    this.openedAt = context.clock.now();
    const provided = withEffects(userSessionMachine, {
      actions: {
        logTimeout: () => logTimeout(context, this.connectionId),
        closeConnection: () => hooks.timedOut(this),
        sendConflict: () => hooks.takenOver(this),
        logout: () => hooks.loggedOut(this),
      },
    });
    const socket = this.connectionId.slice(this.connectionId.indexOf('/') + 1);
    const instance = `${context.node}/sess-man/${socket}`;
    this.machine = runMachine(context, provided, instance, { connectionId: this.connectionId });
  }

  /** What other nodes hear of it; undefined: not bound. */
  get record(): UserRecord | undefined {
    const { bareJid, jid, connectionId, sessionId, authTime } = this;
    if (bareJid === undefined || jid?.resource === undefined) return undefined;
    return { bareJid, resource: jid.resource, connectionId, sessionId, authTime };
  }
}

function logTimeout(context: ServerContext, connectionId: string): void {
  const text = `Authentication timeout expired, closing connection: ${connectionId}`;
  context.log.write('INFO', 'tigase.server.xmppsession.SessionManager', text);
}
