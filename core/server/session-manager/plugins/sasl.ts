/** `urn:ietf:params:xml:ns:xmpp-sasl`: PLAIN, ANONYMOUS and, by a quirk, SCRAM-SHA-1 (RFC 6120 §6; behaviour S02). */
import type { Packet } from '#core/component/packet.js';
import { policyOf } from '#core/shared/config/virtual-host-policy.js';
import { parseJid } from '#core/shared/xmpp/jid.js';
import { NS_SASL } from '#core/shared/xmpp/namespaces.js';
import { element, textOf, xmlnsOf, type Element } from '#core/xml/element.js';
import type { ResourceConnection } from '../resource-connection.js';
import { hasRoomForAccount } from './new-accounts.js';
import type { Plugin, PluginHost } from './plugin.js';
import { toClient } from './replies.js';
import { ScramExchange } from './scram-exchange.js';

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

/** RFC 6120 §6.5. */
type SaslFailure =
  'invalid-authzid' | 'invalid-mechanism' | 'malformed-request' | 'not-authorized' | 'temporary-auth-failure';

class Sasl implements Plugin {
  readonly id = 'urn:ietf:params:xml:ns:xmpp-sasl';
  readonly elements = ['auth', 'response', 'abort'];
  private readonly host: PluginHost;
  /** Conversations that wait for a response. */
  private readonly exchanges = new WeakMap<ResourceConnection, ScramExchange>();

  constructor(host: PluginHost) {
    this.host = host;
  }

  matches(packet: Packet): boolean {
    return xmlnsOf(packet.element) === NS_SASL;
  }

  streamFeatures(session: ResourceConnection): Element[] {
    if (session.bareJid !== undefined) return [];
    const mechanisms = this.mechanisms(session).map((name) => element('mechanism', {}, name));
    return [element('mechanisms', { xmlns: NS_SASL }, ...mechanisms)];
  }

  process(packet: Packet, session: ResourceConnection | undefined, out: Packet[]): void {
    if (!session || session.bareJid !== undefined) return;
    const { element: el } = packet;
    out.push(toClient(this.host, session, this.answer(session, el)));
  }

  withoutDatabase(_packet: Packet, session: ResourceConnection | undefined, out: Packet[]): void {
    if (session) out.push(toClient(this.host, session, failure('temporary-auth-failure')));
  }

  private answer(session: ResourceConnection, el: Element): Element {
    if (el.name === 'abort') return failure('malformed-request', 'Unrecognized element abort');
    const text = textOf(el).trim();
    // RFC 6120 §6.4.2: "=" stands for an empty message.
    const encoded = text === '=' ? '' : text;
    if (!BASE64.test(encoded)) return failure('malformed-request');
    const message = Buffer.from(encoded, 'base64').toString('utf8');
    return el.name === 'auth' ? this.begin(session, el, message) : this.respond(session, message);
  }

  private begin(session: ResourceConnection, el: Element, message: string): Element {
    this.exchanges.delete(session);
    const mechanism = (el.attrs as Record<string, string | undefined>).mechanism ?? '';
    if (!this.mechanisms(session).includes(mechanism)) return failure('invalid-mechanism');
    if (mechanism === 'PLAIN') return this.plain(session, message);
    if (mechanism === 'SCRAM-SHA-1') return this.scram(session, message);
    return this.success(session, `${this.host.context.ids.uuid()}@${session.domain}`);
  }

  private plain(session: ResourceConnection, message: string): Element {
    const [authzid, authcid, password, ...rest] = message.split('\0');
    // S02: no initial response is a failure, not a challenge.
    if (authzid === undefined || authcid === undefined || password === undefined || rest.length > 0) {
      return failure('malformed-request');
    }
    const bareJid = bareJidOf(authcid, session.domain);
    if (bareJid === undefined || password === '') return failure('not-authorized');
    if (authzid !== '' && parseJid(authzid)?.bare !== bareJid) return failure('invalid-authzid');
    if (!this.passwordMatches(bareJid, password)) return failure('not-authorized');
    return this.success(session, bareJid);
  }

  /** A first login creates the account with the password it gave, unless users are strict. */
  private passwordMatches(bareJid: string, password: string): boolean {
    const { database, strictUsers } = this.host.context;
    const known = database.users.password(bareJid);
    if (known !== undefined) return known === password;
    if (strictUsers || !this.hasRoom(bareJid)) return false;
    database.users.add(bareJid, password);
    return true;
  }

  private hasRoom(bareJid: string): boolean {
    return hasRoomForAccount(this.host, parseJid(bareJid)?.domain ?? '');
  }

  private scram(session: ResourceConnection, message: string): Element {
    const { ids } = this.host.context;
    const accounts = {
      bareJid: (name: string) => bareJidOf(name, session.domain),
      password: (bareJid: string) => this.scramPassword(bareJid),
    };
    const exchange = ScramExchange.begin(message, accounts, ids.uuid());
    if (!exchange) return failure('malformed-request');
    this.exchanges.set(session, exchange);
    return element('challenge', { xmlns: NS_SASL }, base64(exchange.challenge));
  }

  /**
   * SCRAM never shows the password, so a first login cannot bring one: the user's own name is tried, unless users are
   * strict. `alice` with the password `alice` gets in at once; any other password needs the account first.
   */
  private scramPassword(bareJid: string): string | undefined {
    const { database, strictUsers } = this.host.context;
    const known = database.users.password(bareJid);
    if (known !== undefined || strictUsers || !this.hasRoom(bareJid)) return known;
    return parseJid(bareJid)?.local;
  }

  private respond(session: ResourceConnection, message: string): Element {
    const exchange = this.exchanges.get(session);
    this.exchanges.delete(session);
    if (!exchange) return failure('malformed-request');
    const last = exchange.finish(message);
    if (last === undefined) return failure('not-authorized');
    this.keepGuessed(exchange.bareJid);
    return this.success(session, exchange.bareJid, base64(last));
  }

  /** The guess of `scramPassword` was right: now there is such an account. */
  private keepGuessed(bareJid: string): void {
    const { users } = this.host.context.database;
    const guessed = this.scramPassword(bareJid);
    if (!users.exists(bareJid) && guessed !== undefined) users.add(bareJid, guessed);
  }

  private success(session: ResourceConnection, bareJid: string, data = ''): Element {
    this.host.authenticated(session, bareJid);
    return element('success', { xmlns: NS_SASL }, data);
  }

  private mechanisms({ domain }: ResourceConnection): string[] {
    const { context } = this.host;
    const scram = context.profile === '7.1' || context.quirk('lab-scram');
    const { anonymous } = policyOf(context.plan.properties, domain);
    return [...(scram ? ['SCRAM-SHA-1'] : []), 'PLAIN', ...(anonymous ? ['ANONYMOUS'] : [])];
  }
}

/** S02: the user name is case-folded. Some clients write the whole address. */
function bareJidOf(name: string, domain: string): string | undefined {
  const jid = parseJid(name.includes('@') ? name : `${name}@${domain}`);
  return jid?.local !== undefined && jid.domain === domain && jid.resource === undefined
    ? jid.bare
    : undefined;
}

function failure(condition: SaslFailure, text?: string): Element {
  const children = [
    element(condition),
    ...(text === undefined ? [] : [element('text', { 'xml:lang': 'en' }, text)]),
  ];
  return element('failure', { xmlns: NS_SASL }, ...children);
}

function base64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}

export function sasl(host: PluginHost): Plugin {
  return new Sasl(host);
}
