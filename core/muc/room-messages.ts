/** Messages that a room sends: its own sentences, and what was said before (§8.2, §8.8). */
import { NS_DELAY, NS_MUC_USER, NS_X_DELAY } from '#core/shared/xmpp/namespaces.js';
import { element, type Element } from '#core/xml/element.js';
import type { StoredMessage } from '#core/store/room-table.js';
import { viewersOf, type Viewer } from './announce.js';
import { jidsVisible } from './features/anonymity.js';
import { historyCap } from './features/max-history-fetch.js';
import type { MucService } from './muc-service.js';
import type { HistoryRequest } from './room-history.js';
import type { Room } from './room.js';
import { delayStamp, legacyStamp } from './stamps.js';

/** The room says something to one occupant. */
export function sayTo(muc: MucService, room: Room, jid: string, sentence: string): void {
  muc.send(groupchat(room.jid, jid, element('body', {}, sentence)));
}

/** §8.4: tells everyone inside that the configuration has changed, and in which way. */
export function tellConfigChange(muc: MucService, room: Room, codes: readonly string[]): void {
  for (const { jid } of viewersOf(room)) {
    const statuses = codes.map((code) => element('status', { code }));
    muc.send(groupchat(room.jid, jid, element('x', { xmlns: NS_MUC_USER }, ...statuses)));
  }
}

/** Shows a joiner what was said before. */
export function sendHistory(muc: MucService, room: Room, viewer: Viewer, request: HistoryRequest): void {
  const visible = jidsVisible(room.config, room.affiliation(viewer.bareJid));
  for (const said of muc.history.replay(room.jid, request, historyCap(room.config))) {
    const from = `${room.jid}/${said.nick}`;
    const delays = historyDelays(muc, room, said, visible ? said.senderJid : from);
    muc.send(groupchat(from, viewer.jid, element('body', {}, said.body), ...delays));
  }
}

/** M11: 5.2 names the speaker and adds the older `jabber:x:delay`; 7.1 names the room. */
function historyDelays(muc: MucService, room: Room, said: StoredMessage, speaker: string): Element[] {
  if (muc.context.profile === '7.1') {
    return [element('delay', { xmlns: NS_DELAY, from: room.jid, stamp: delayStamp(said.stamp) })];
  }
  return [
    element('delay', { xmlns: NS_DELAY, from: speaker, stamp: delayStamp(said.stamp) }),
    element('x', { xmlns: NS_X_DELAY, from: speaker, stamp: legacyStamp(said.stamp) }),
  ];
}

/** M10: the subject comes after the history, its delay with `jid` instead of `from`; without a subject nothing comes. */
export function sendSubject(muc: MucService, room: Room, jid: string): void {
  const { subject } = room;
  if (!subject) return;
  const from = `${room.jid}/${subject.nick}`;
  const delays = [
    element('delay', { xmlns: NS_DELAY, jid: from, stamp: delayStamp(subject.stamp) }),
    element('x', { xmlns: NS_X_DELAY, jid: from, stamp: legacyStamp(subject.stamp) }),
  ];
  muc.send(groupchat(from, jid, element('subject', {}, subject.text), ...delays));
}

function groupchat(from: string, to: string, ...children: Element[]): Element {
  return element('message', { from, type: 'groupchat', to }, ...children);
}
