/** One user’s way through the whole window: the same in a browser and on the desktop. */
import { expect } from 'vitest';
import type { LabPage } from '../page.js';
import type { Journey } from '../stages.js';

/** Four on 5277 between the two servers, four on 5270 from each MUC to each server. */
const ALL_LINKS = 8;
const DOMAIN = 'xmpp.dev.pajkdc.com';
const PATIENCE = { timeout: 15_000 };

export const wholeWindow: Journey = {
  name: 'one way through the whole window',
  id: 'window',
  play: throughTheWindow,
};

async function throughTheWindow(lab: LabPage): Promise<void> {
  await lab.runExample('ui.start.example.standard');
  await allLinksUp(lab);
  await pullLink(lab);
  await slowLine(lab);
  await splitRooms(lab);
  await restartWithoutWifi(lab);
  await chat(lab);
  await meetInRoom(lab);
  await deliverOutOfOrder(lab);
}

async function allLinksUp(lab: LabPage): Promise<void> {
  await expect.poll(() => lab.links('ui.canvas.link.connected').count(), PATIENCE).toBe(ALL_LINKS);
}

/** The MUC notices the reset, tries again after 2 s of lab time, and is bound again. */
async function pullLink(lab: LabPage): Promise<void> {
  await lab.dropLink(lab.links('ui.canvas.link.connected', { from: 'muc1', to: 'server1' }));
  await expect.poll(() => lab.links('ui.canvas.link.connected').count(), PATIENCE).toBe(ALL_LINKS - 1);
  await allLinksUp(lab);
}

/** Latency lies on the line, with its direction and its words, until it is healed. */
async function slowLine(lab: LabPage): Promise<void> {
  const line = lab.links('ui.canvas.link.connected', { from: 'muc1', to: 'server2' });
  await lab.breakLinkWith(line, 'ui.faults.group.line', 'latency', 'delay', '250');
  const slow = lab.brokenLinks(/250 ms/);
  await slow.waitFor({ state: 'attached' });
  expect(await slow.count()).toBe(1);
  await lab.healAll();
  await slow.waitFor({ state: 'detached' });
}

/** A MUC that cannot come back to one server: half of all rooms are split, and the map says so until it is healed. */
async function splitRooms(lab: LabPage): Promise<void> {
  const line = () => lab.links('ui.canvas.link.connected', { from: 'muc1', to: 'server1' });
  await lab.breakLink(line(), 'refuse');
  await lab.breakLink(line(), 'link-drop');
  await lab.splitNotice().getByText(/50\s%/).waitFor(PATIENCE);
  await lab.button(lab.text('ui.rooms.notice.show')).click();
  await lab.page.getByText(lab.text('rooms.reason.link-count.why')).waitFor();
  await lab.healAll();
  await allLinksUp(lab);
  await lab.splitNotice().waitFor({ state: 'detached' });
}

/** A server that starts while its Wi-Fi is off cannot bind, says why, and stays so until it is restarted. */
async function restartWithoutWifi(lab: LabPage): Promise<void> {
  const card = lab.card('server1');
  await lab.toggleWifi('server1');
  await card.getByText(lab.text('ui.canvas.wifi.off'), { exact: true }).waitFor();
  await lab.restart('server1');
  await card
    .getByText(/address that is gone while the Wi-Fi is off/)
    .first()
    .waitFor(PATIENCE);
  await lab.toggleWifi('server1');
  await card
    .getByText(/Tigase never tries again/)
    .first()
    .waitFor();
  await card.getByRole('button', { name: lab.text('ui.canvas.restart.process') }).click();
  await allLinksUp(lab);
}

/** From one server to the other, over 5277. */
async function chat(lab: LabPage): Promise<void> {
  await lab.addClient('alice', 'server1');
  await lab.addClient('bob', 'server2');
  await lab.say('alice', `bob@${DOMAIN}`, 'Is anybody there?');
  await lab.heard('bob', 'Is anybody there?');
  await lab.say('bob', `alice@${DOMAIN}`, 'Over here, on server2');
  await lab.heard('alice', 'Over here, on server2');
}

/** The charts of a room and of a session show where they are. */
async function meetInRoom(lab: LabPage): Promise<void> {
  await lab.joinRoom('alice');
  const room = await lab.inspectFirst('ui.inspector.rooms');
  await room.getByRole('group', { name: /room/i }).waitFor();
  const session = await lab.inspectFirst('ui.inspector.sessions');
  await session.getByRole('group', { name: /session/i }).waitFor();
}

/** Two frames wait on two links: TCP keeps no order between them. */
async function deliverOutOfOrder(lab: LabPage): Promise<void> {
  await lab.pause();
  await lab.say('alice', `bob@${DOMAIN}`, 'sent first');
  await lab.say('bob', `alice@${DOMAIN}`, 'sent second');
  await lab.showPending();
  const [first, second] = [lab.pendingFrame('alice', 'sent first'), lab.pendingFrame('bob', 'sent second')];
  await first.waitFor();
  await lab.deliver(second);
  await second.waitFor({ state: 'detached' });
  expect(await first.count()).toBe(1);
  await lab.run();
  await lab.heard('alice', 'sent second');
  await lab.heard('bob', 'sent first');
}
