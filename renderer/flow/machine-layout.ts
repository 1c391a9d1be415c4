/**
 * A machine's chart as geometry: boxes and arrows, computed from the graph that was walked from the definition. Pure,
 * so that a test can hold it against every machine there is.
 */
import { graphlib, layout } from '@dagrejs/dagre';
import type { GraphEdge, GraphState, MachineGraph } from '#core/shared/machines/machine-graph.js';
import { gatherArrows, type GatheredArrow, type Port } from './chart-arrows.js';
import {
  centreOf,
  clipAt,
  curve,
  frameOf,
  isLevel,
  loopAt,
  middleOf,
  moveBy,
  type Box,
  type Point,
} from './chart-geometry.js';
import { backArrows, StateTree } from './state-tree.js';

export interface ChartState extends GraphState, Box {
  /** Has states inside. */
  compound: boolean;
}

export interface ChartArrow {
  /** All transitions that it stands for. */
  edges: GraphEdge[];
  /** SVG path. */
  path: string;
  /** What is written on it, and where; absent when the chart is drawn without labels. */
  label?: Box & { lines: string[] };
}

export interface ChartPort extends Port, Box {
  text: string;
}

export interface ChartLayout {
  width: number;
  height: number;
  /** Boxes before what lies in them. */
  states: ChartState[];
  ports: ChartPort[];
  arrows: ChartArrow[];
}

export interface ChartOptions {
  /** Text of one line of a label; absent: no labels. */
  labelOf?: (edge: GraphEdge) => string;
  /** Text of a port for so many states; 0: every state of its box. */
  portText: (states: number) => string;
}

export const LINE_HEIGHT = 15;
export const TITLE_HEIGHT = 22;
const STATE_HEIGHT = 30;
const PORT_HEIGHT = 20;
const CHAR = 7.3;
const LABEL_CHAR = 6.7;
const MARGIN = 12;

export function layoutMachine(graph: MachineGraph, options: ChartOptions): ChartLayout {
  const sheet = new Sheet(graph, options);
  layout(sheet.drawing);
  return sheet.read();
}

/** Width of a text, near enough: CJK letters are nearly twice as wide. */
function textWidth(text: string, char: number): number {
  let width = 0;
  for (const letter of text) width += letter > '\u2e80' ? char * 1.75 : char;
  return width;
}

/** An arrow between two of the boxes that dagre may connect: those without states inside. */
interface Leg {
  from: string;
  to: string;
  arrow: GatheredArrow;
  /** Name of dagre's edge. */
  name: string;
  lines: string[];
  /** Laid out the other way round, so that the chart runs downwards. */
  back: boolean;
}

interface Routed extends Partial<Box> {
  points: Point[];
}

class Sheet {
  readonly drawing = new graphlib.Graph({ directed: true, compound: true, multigraph: true });
  private readonly tree: StateTree;
  private readonly options: ChartOptions;
  private readonly ports: ChartPort[];
  private readonly legs: Leg[];

  constructor(graph: MachineGraph, options: ChartOptions) {
    this.tree = new StateTree(graph);
    this.options = options;
    const space = options.labelOf
      ? { nodesep: 22, edgesep: 14, ranksep: 40 }
      : { nodesep: 20, edgesep: 10, ranksep: 34 };
    this.drawing.setGraph({ rankdir: 'TB', ...space });
    for (const state of graph.states) this.addState(state);
    const { arrows, ports } = gatherArrows(graph, this.tree);
    this.ports = ports.map((port) => this.addPort(port));
    this.legs = arrows.map((arrow, index) => this.leg(arrow, String(index)));
    const inside = this.legs.filter((leg) => !this.isOwnLoop(leg));
    const back = backArrows(this.tree.start(), inside);
    for (const leg of inside) this.addLeg(leg, back.has(leg));
    this.ports.forEach((port, index) => this.placeBelow(port, `port ${index}`));
  }

  read(): ChartLayout {
    const { states } = this.tree;
    const boxes = new Map(states.map(({ id }) => [id, this.box(id)]));
    const routes = this.legs.map((leg) => {
      const points = this.route(leg, boxes);
      return { leg, points, label: this.label(leg, points) };
    });
    const ports = this.ports.map((port) => ({ ...port, ...this.box(port.id) }));
    const labels = routes.flatMap(({ label }) => label ?? []);
    const corners = routes.flatMap(({ points }) =>
      points.map((point) => ({ ...point, width: 0, height: 0 })),
    );
    const { by, ...size } = frameOf([...boxes.values(), ...ports, ...labels, ...corners], MARGIN);
    return {
      ...size,
      states: states.map((state) => ({
        ...state,
        ...moveBy(this.box(state.id), by),
        compound: this.tree.isCompound(state.id),
      })),
      ports: ports.map((port) => moveBy(port, by)),
      arrows: routes.map(({ leg, points, label }) => ({
        edges: leg.arrow.edges,
        path: curve(points.map((point) => moveBy(point, by))),
        ...(label ? { label: { ...moveBy(label, by), lines: leg.lines } } : {}),
      })),
    };
  }

  private addState({ id, label, parent, initial }: GraphState): void {
    const width = Math.max(56, textWidth(label, CHAR) + (initial ? 28 : 20));
    const size = { width, height: STATE_HEIGHT };
    this.drawing.setNode(id, this.tree.isCompound(id) ? {} : size);
    if (parent !== undefined) this.drawing.setParent(id, parent);
  }

  private addPort(port: Port): ChartPort {
    const text = this.options.portText(port.sources.length);
    this.drawing.setNode(port.id, { width: textWidth(text, LABEL_CHAR) + 14, height: PORT_HEIGHT });
    if (port.parent !== undefined) this.drawing.setParent(port.id, port.parent);
    return { ...port, text, x: 0, y: 0, width: 0, height: 0 };
  }

  private leg(arrow: GatheredArrow, name: string): Leg {
    const { labelOf } = this.options;
    const lines = labelOf ? [...new Set(arrow.edges.map(labelOf))].filter((line) => line !== '') : [];
    const [from, to] = [this.tree.leaf(arrow.from, 'last'), this.tree.leaf(arrow.to, 'first')];
    return { from, to, arrow, name, lines, back: false };
  }

  /** A loop at the border of a box with states inside, which dagre cannot draw. */
  private isOwnLoop({ arrow }: Leg): boolean {
    return arrow.source === arrow.target && this.tree.isCompound(arrow.target);
  }

  private addLeg(leg: Leg, back: boolean): void {
    leg.back = back;
    const { lines } = leg;
    const width = Math.max(0, ...lines.map((line) => textWidth(line, LABEL_CHAR) + 8));
    const label = lines.length > 0 ? { width, height: lines.length * LINE_HEIGHT + 4, labelpos: 'c' } : {};
    this.drawing.setEdge(back ? leg.to : leg.from, back ? leg.from : leg.to, label, leg.name);
  }

  /** An edge that nobody sees: what leaves many states stands below them, not beside the first one. */
  private placeBelow({ id, sources }: ChartPort, name: string): void {
    const last = sources.at(-1);
    if (last !== undefined) this.drawing.setEdge(this.tree.leaf(last, 'last'), id, { weight: 0 }, name);
  }

  private routed({ from, to, back, name }: Leg): Routed | undefined {
    return this.drawing.edge({ v: back ? to : from, w: back ? from : to, name }) as Routed | undefined;
  }

  private box(id: string): Box {
    const { x, y, width, height } = this.drawing.node(id) as Box;
    const title = this.tree.isCompound(id) ? TITLE_HEIGHT : 0;
    return { x: x - width / 2, y: y - height / 2 - title, width, height: height + title };
  }

  private label(leg: Leg, points: readonly Point[]): Box | undefined {
    const { points: all, x, y, width = 0, height = 0 } = this.routed(leg) ?? {};
    if (x === undefined || y === undefined || width === 0) return undefined;
    if (all?.length === points.length) return centreOf(x, y, width, height);
    // Of a line that was cut at a box's border, the middle is somewhere else; one too short to write on is written over.
    const middle = middleOf(points);
    const above =
      Math.abs((points.at(-1)?.x ?? 0) - (points[0]?.x ?? 0)) < width && isLevel(points) ? height : 0;
    return centreOf(middle.x, middle.y - above, width, height);
  }

  private route(leg: Leg, boxes: ReadonlyMap<string, Box>): Point[] {
    const { source, target } = leg.arrow;
    const [from, to] = [boxes.get(source ?? ''), boxes.get(target)];
    const routed = this.routed(leg)?.points;
    if (from && (!routed || leg.from === leg.to)) return loopAt(from);
    let points = [...(routed ?? [])];
    if (leg.back) points.reverse();
    // Arrows of a box were laid out from a state inside it: they start and end at its border.
    if (from && !this.tree.isInside(target, source ?? '')) points = clipAt(points, from);
    if (to && !this.tree.isInside(leg.from, target)) points = clipAt(points.reverse(), to).reverse();
    return points;
  }
}
