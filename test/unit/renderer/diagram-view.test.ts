import { beforeEach, describe, expect, it } from 'vitest';
import {
  diagramView,
  restoreDiagramView,
  setDiagramView,
  USUAL_VIEW,
  zoomDiagram,
} from '#renderer/panels/diagram/diagram-view.js';
import { EMPTY, labStore, type LabState } from '#renderer/store/lab-store.js';

beforeEach(() => setDiagramView(USUAL_VIEW));

describe('the view of the diagrams', () => {
  it('is plain data, and comes back as it was', () => {
    setDiagramView({
      hidden: ['b'],
      order: ['b', 'a'],
      opened: ['a'],
      clientsAsOne: true,
      contains: 'hi',
      scale: 4,
    });
    const kept: unknown = JSON.parse(JSON.stringify(diagramView.getState()));
    setDiagramView(USUAL_VIEW);
    restoreDiagramView(kept);
    expect(diagramView.getState()).toEqual(kept);
  });

  it('is the usual one where what was kept makes no sense', () => {
    for (const kept of [
      null,
      7,
      'x',
      [],
      { sorts: 1, hidden: [1, 'a'], scale: -1, contains: {}, order: null },
    ]) {
      setDiagramView(USUAL_VIEW);
      restoreDiagramView(kept);
      expect({ ...diagramView.getState(), hidden: [] }).toEqual(USUAL_VIEW);
    }
    expect(diagramView.getState().hidden).toEqual(['a']);
  });

  it('zooms within bounds, and begins anew with another topology', () => {
    for (let times = 0; times < 30; times += 1) zoomDiagram(2);
    expect(diagramView.getState().scale).toBe(1000);
    labStore.setState({ ...EMPTY, plan: { name: 'other', processes: [] } as unknown as LabState['plan'] });
    expect(diagramView.getState()).toEqual(USUAL_VIEW);
    labStore.setState(EMPTY);
  });
});
