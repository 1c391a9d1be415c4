/** Stanzas of a client → lines of a chat, and the rooms that it is in. */
import type { InboxItem } from '#core/shared/api/results.js';
import { NS_MUC_USER } from '#core/shared/xmpp/namespaces.js';

export interface ChatLine {
  seq: number;
  kind: 'message' | 'presence' | 'iq' | 'error' | 'other';
  sent: boolean;
  /** Who it is from; whom it is to, when this client sent it. */
  who: string;
  /** Body, or what of the stanza says most. */
  text: string;
  xml: string;
}

export interface Room {
  jid: string;
  nick: string;
  /** Made by this client and not configured yet: locked for everybody else (XEP-0045 §10.1). */
  locked: boolean;
}

export interface Chat {
  lines: ChatLine[];
  rooms: Room[];
}

export type Post = InboxItem & { sent: boolean };

/** Status of one's own presence in a room, and of one in a room just made (XEP-0045 §15.6.2). */
const SELF = '110';
const CREATED = '201';

export function chatOf(posts: readonly Post[]): Chat {
  const rooms = new Map<string, Room>();
  const lines = posts.map((post) => {
    const element = parse(post.text);
    if (element && !post.sent) followRooms(rooms, element);
    return element ? lineOf(post, element) : plainLine(post);
  });
  return { lines, rooms: [...rooms.values()] };
}

/** undefined: no well-formed XML, such as a stream header. */
function parse(xml: string): Element | undefined {
  const { documentElement } = new DOMParser().parseFromString(xml, 'text/xml');
  return documentElement.getElementsByTagName('parsererror').length > 0 ||
    documentElement.nodeName === 'parsererror'
    ? undefined
    : documentElement;
}

function lineOf({ seq, sent, text: xml }: Post, element: Element): ChatLine {
  const type = element.getAttribute('type');
  const name = element.localName;
  const error = type === 'error' || name === 'error';
  const known = name === 'message' || name === 'presence' || name === 'iq';
  return {
    seq,
    sent,
    xml,
    kind: error ? 'error' : known ? name : 'other',
    who: element.getAttribute(sent ? 'to' : 'from') ?? '',
    text: error ? errorText(element) : childText(element, 'body') || summary(element, type),
  };
}

function plainLine({ seq, sent, text }: Post): ChatLine {
  return { seq, sent, xml: text, kind: 'other', who: '', text };
}

/** `cancel: item-not-found (text)`. */
function errorText(element: Element): string {
  const error = element.localName === 'error' ? element : childNamed(element, 'error');
  const conditions = [...(error?.children ?? [])];
  const condition = conditions.find(({ localName }) => localName !== 'text')?.localName ?? 'error';
  const text = conditions.find(({ localName }) => localName === 'text')?.textContent ?? '';
  return [error?.getAttribute('type'), condition, text].filter(Boolean).join(' · ');
}

function summary(element: Element, type: string | null): string {
  const subject = childText(element, 'subject');
  const codes = statusCodes(element);
  return [
    type ?? (element.localName === 'presence' ? 'available' : ''),
    subject,
    element.localName === 'iq' ? askedFor(element) : '',
    codes.length > 0 ? `status ${codes.join(' ')}` : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

/** `bind`, or the namespace of a `<query/>`. */
function askedFor({ firstElementChild: child }: Element): string {
  return (child?.localName === 'query' ? child.namespaceURI : child?.localName) ?? '';
}

/** Joined with status 110, left with `unavailable`, unlocked by any answer to the configuration. */
function followRooms(rooms: Map<string, Room>, element: Element): void {
  const [jid = '', nick = ''] = (element.getAttribute('from') ?? '').split('/');
  const type = element.getAttribute('type');
  const room = rooms.get(jid);
  if (element.localName === 'iq' && type === 'result' && room) rooms.set(jid, { ...room, locked: false });
  if (element.localName !== 'presence') return;
  const codes = statusCodes(element);
  if (type === 'unavailable' && room?.nick === nick) rooms.delete(jid);
  else if (type === null && codes.includes(SELF)) {
    rooms.set(jid, { jid, nick, locked: codes.includes(CREATED) });
  }
}

function statusCodes(element: Element): string[] {
  return [...element.getElementsByTagNameNS(NS_MUC_USER, 'status')].map(
    (one) => one.getAttribute('code') ?? '',
  );
}

function childNamed(element: Element, name: string): Element | undefined {
  return [...element.children].find(({ localName }) => localName === name);
}

function childText(element: Element, name: string): string {
  return childNamed(element, name)?.textContent ?? '';
}
