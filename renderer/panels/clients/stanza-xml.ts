/** What the clients panel sends, as XML text. */
import { NS_MUC, NS_MUC_OWNER } from '#core/shared/xmpp/namespaces.js';

export type MessageType = 'chat' | 'groupchat';

/** Ids of this window's requests; a page that is loaded again starts anew, which no server minds. */
let last = 0;

export function messageXml(to: string, type: MessageType, body: string): string {
  return `<message to=${quote(to)} type='${type}' id='${nextId('m')}'><body>${escape(body)}</body></message>`;
}

export function joinXml(room: string, nick: string): string {
  return `<presence to=${quote(`${room}/${nick}`)}><x xmlns='${NS_MUC}'/></presence>`;
}

export function leaveXml(room: string, nick: string): string {
  return `<presence to=${quote(`${room}/${nick}`)} type='unavailable'/>`;
}

/** Takes the room as it is by default (XEP-0045 §10.1.2): it is no longer locked. */
export function unlockXml(room: string): string {
  const form = `<x xmlns='jabber:x:data' type='submit'/>`;
  return `<iq to=${quote(room)} type='set' id='${nextId('u')}'><query xmlns='${NS_MUC_OWNER}'>${form}</query></iq>`;
}

function nextId(letter: string): string {
  last += 1;
  return `ui-${letter}${last}`;
}

function quote(value: string): string {
  return `'${escape(value)}'`;
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll("'", '&apos;')
    .replaceAll('"', '&quot;');
}
