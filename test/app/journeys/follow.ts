/** A stanza followed in the window, from a click on one of its frames to every delivery. */
import { expect } from 'vitest';
import type { LabPage } from '../page.js';
import { CHINESE_DARK, type Journey, type LookOf } from '../stages.js';

export const follow: Journey = {
  name: 'follows a stanza from its delivery up to its sender and down again',
  id: 'follow',
  look: CHINESE_DARK,
  async play(lab, look) {
    await lab.runExample('ui.start.example.standard');
    await lab.addClient('alice', 'server1');
    await lab.addClient('bob', 'server2');
    await lab.say('alice', 'bob@xmpp.dev.pajkdc.com', 'where do I go?');
    await lab.heard('bob', 'where do I go?');
    await followIt(lab, look);
  },
};

async function followIt(lab: LabPage, look: LookOf): Promise<void> {
  const { page } = lab;
  const search = page.getByRole('searchbox', { name: lab.text('ui.run.events.search') });
  await search.fill('where do I go?');
  // The newest of them: bob's delivery or later, so the client that sent it is far up the causes.
  await search.press('Shift+Enter');
  await page
    .getByRole('button', { name: lab.text('ui.follow.action') })
    .first()
    .click();

  const way = page.getByRole('list', { name: lab.text('ui.follow.legs') });
  await way.waitFor();
  const summary = page.getByRole('status').filter({ hasText: 'message' });
  await expect.poll(() => summary.innerText()).toContain(lab.text('ui.follow.deliveries', { count: 1 }));
  expect(await summary.innerText()).toContain(
    lab.text('ui.follow.sent-at', { stanza: 'message chat', from: 'alice', at: 'server1' }),
  );
  expect(await way.getByText(lab.text('ui.follow.end.delivered', { to: 'bob' })).count()).toBe(1);
  await way
    .getByRole('button')
    .filter({ hasText: lab.text('ui.follow.cluster') })
    .first()
    .click();
  await way.getByText(lab.text('ui.follow.change.wrapped', { name: 'cluster' })).waitFor();
  await look('legs');

  await way.getByRole('button', { name: lab.text('ui.follow.from-here') }).click();
  await page.getByRole('button', { name: lab.text('ui.follow.from-start') }).waitFor();
  await page.getByRole('button', { name: lab.text('ui.follow.from-start') }).click();
  await lookBackAtIt(lab, look);
}

/** A look back shows how far it had come then; before it was sent there is nothing of it. */
async function lookBackAtIt(lab: LabPage, look: LookOf): Promise<void> {
  const way = lab.page.getByRole('list', { name: lab.text('ui.follow.legs') });
  const delivered = way.getByText(lab.text('ui.follow.end.delivered', { to: 'bob' }));
  await delivered.waitFor();
  await way.getByRole('button').first().click();
  const [before = ''] = lab.text('ui.inspector.event.open', { seq: '#' }).split('#');
  const causes = way.getByRole('button', { name: before });
  const sent = Number(/\d+/.exec(await causes.innerText())?.[0]);
  await lab.timeline().fill(String(sent));
  await lab.page.getByText(lab.text('ui.follow.until', { until: sent })).waitFor();
  await way.getByText(lab.text('ui.follow.end.flying'), { exact: true }).waitFor();
  expect(await delivered.count()).toBe(0);
  await look('back');
  await lab.timeline().fill(String(sent - 1));
  await lab.page.getByText(lab.text('ui.follow.not-yet', { until: sent - 1 })).waitFor();
  await lab.button(lab.text('ui.timeline.now')).click();
  await delivered.waitFor();
}
