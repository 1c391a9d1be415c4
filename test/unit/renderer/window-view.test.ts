/** What a session keeps of the window is found again, and what another window has made of it does no harm. */
import fc from 'fast-check';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { diagramView, setDiagramView, USUAL_VIEW } from '#renderer/panels/diagram/diagram-view.js';
import { showView, viewNow } from '#renderer/panels/session/window-view.js';
import { EMPTY, labStore, select, type Selection } from '#renderer/store/lab-store.js';
import { setFolded, sidesStore } from '#renderer/ui/panel-sides.js';
import { setKept } from '#renderer/ui/use-kept.js';

const asked: number[] = [];
const lookBack = { to: (seq: number) => Promise.resolve(void asked.push(seq)) };

function asUsual(): void {
  labStore.setState(EMPTY);
  setDiagramView(USUAL_VIEW);
  sidesStore.setState({ folded: { left: false, bottom: false, right: false }, wanted: undefined });
  for (const key of ['tab.tools', 'tab.logs', 'canvas-view']) setKept(key, '');
  asked.length = 0;
}

beforeEach(asUsual);
afterAll(asUsual);

it.each<Selection>([
  { kind: 'node', node: 'server1' },
  { kind: 'link', link: 'muc1>server1:5270#1' },
  { kind: 'machine', instance: 'muc1/muc/room/tea@muc.example' },
  { kind: 'event', seq: 12 },
  undefined,
])('%o is selected again, with panels, tabs, diagram and the event that was looked at', async (selection) => {
  select(selection);
  labStore.setState({ past: { seq: 77, time: 1 } });
  setKept('tab.logs', 'rooms');
  setKept('canvas-view', 'sequence');
  setFolded('right', true);
  setDiagramView({ hidden: ['muc2'], order: ['server2', 'server1'], opened: ['server1'], scale: 4 });
  const diagram = diagramView.getState();
  const view = JSON.parse(JSON.stringify(viewNow())) as unknown;
  asUsual();
  await showView(view, lookBack);
  expect(labStore.getState().selection).toEqual(selection);
  expect(asked).toEqual([77]);
  expect(sidesStore.getState().wanted).toEqual({ left: false, bottom: false, right: true });
  expect(diagramView.getState()).toEqual(diagram);
  expect(viewNow()).toMatchObject({ choices: { 'tab.logs': 'rooms', 'canvas-view': 'sequence' } });
});

it('takes whatever it is given', async () => {
  const parts = ['selection', 'past', 'choices', 'folded', 'diagram'];
  const any = fc.oneof(fc.jsonValue(), fc.dictionary(fc.constantFrom(...parts), fc.jsonValue()));
  await fc.assert(
    fc.asyncProperty(any, async (view) => {
      await showView(view, lookBack);
      JSON.stringify(viewNow());
    }),
    { seed: 3, numRuns: 100 },
  );
});
