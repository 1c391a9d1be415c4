import { LayoutGrid } from 'lucide-react';
import { Background, ControlButton, Controls, MiniMap, ReactFlow, useReactFlow } from '@xyflow/react';
import type { EdgeChange, NodeChange } from '@xyflow/react';
import { useMemo, useRef } from 'react';
import type { TopologyPlan } from '#core/shared/config/topology-plan.js';
import { linePlace, nodePlace, portPlace, type FaultPlace } from '../faults/fault-place.js';
import { openFaultMenu } from '../faults/shelf-store.js';
import { labStore, select } from '../store/lab-store.js';
import { useText } from '../ui/use-text.js';
import styles from './ClusterMap.module.css';
import { DatabaseCard } from './DatabaseCard.js';
import { DatabaseEdge } from './DatabaseEdge.js';
import type { CardNode, LineEdge } from './flow-model.js';
import { FramesOverlay } from './FramesOverlay.js';
import { enterLine, leaveLine } from './hovered-line.js';
import { Legend } from './Legend.js';
import { LinkEdge } from './LinkEdge.js';
import { PlannedCard } from './PlannedCard.js';
import { PlannedLine } from './PlannedLine.js';
import { isPlanned, type PlannedEdge, type PlannedNode } from './planned-model.js';
import { ProcessCard } from './ProcessCard.js';
import { ClientCard, OutsideCard, OutsideServerCard, UnknownHostCard } from './SmallCard.js';
import { FIT, useFitting } from './use-fitting.js';
import { useDrop } from './use-drop.js';
import { useMapModel } from './use-map-model.js';
import { usePlanned } from './use-planned.js';

const NODE_TYPES = {
  process: ProcessCard,
  client: ClientCard,
  outside: OutsideCard,
  outsideServer: OutsideServerCard,
  unknownHost: UnknownHostCard,
  database: DatabaseCard,
  planned: PlannedCard,
};
type MapNode = CardNode | PlannedNode;
type MapEdge = LineEdge | PlannedEdge;

const EDGE_TYPES = { link: LinkEdge, database: DatabaseEdge, planned: PlannedLine };

/** React Flow with the cards and lines of a topology. */
export function ClusterMap({ plan }: { plan: TopologyPlan }) {
  const text = useText();
  const flow = useReactFlow();
  const { nodes, edges, change, moved, arrange } = useMapModel(plan);
  const planned = usePlanned(plan.name, nodes, edges);
  const allNodes = useMemo(() => [...nodes, ...planned.nodes], [nodes, planned.nodes]);
  const allEdges = useMemo(() => [...edges, ...planned.edges], [edges, planned.edges]);
  const drop = useDrop(plan.name);
  const frame = useRef<HTMLDivElement>(null);
  const userMoved = useFitting(frame);
  const labels = useAriaLabels();
  const onNodes = (all: NodeChange<MapNode>[]): void => {
    // What is only planned stands where it is put.
    const changes = all.filter((one) => !('id' in one && isPlanned(one.id))) as NodeChange<CardNode>[];
    changes.forEach((one) => one.type === 'select' && one.selected && selectCard(one.id));
    change(changes.filter(({ type }) => type !== 'remove'));
  };
  const tidy = (): void => {
    arrange();
    requestAnimationFrame(() => void flow.fitView(FIT));
  };
  return (
    <ReactFlow<MapNode, MapEdge>
      ref={frame}
      className={styles.map}
      {...drop}
      nodes={allNodes}
      edges={allEdges}
      nodeTypes={NODE_TYPES}
      edgeTypes={EDGE_TYPES}
      onNodesChange={onNodes}
      onEdgesChange={selectLines}
      onNodeDragStop={(_event, node) => isCard(node) && moved(node)}
      onNodeClick={(_event, { id }) => selectCard(id)}
      onEdgeMouseEnter={(_event, { id, type }) => type === 'link' && enterLine(id)}
      onEdgeMouseLeave={leaveLine}
      onNodeContextMenu={(event, node) => isCard(node) && breakAt(event, cardPlace(event.target, node))}
      onEdgeContextMenu={(event, edge) => isLine(edge) && breakAt(event, lineOf(plan, edge))}
      onPaneContextMenu={(event) => breakAt(event, { title: text('ui.faults.place.nodes'), nodes: true })}
      onPaneClick={() => select(undefined)}
      onMoveStart={(event) => event && userMoved()}
      nodesConnectable={false}
      deleteKeyCode={null}
      multiSelectionKeyCode={null}
      selectionKeyCode={null}
      minZoom={0.15}
      maxZoom={2}
      ariaLabelConfig={labels}
    >
      <Background gap={24} />
      <FramesOverlay />
      <Legend />
      <Controls position="top-right" orientation="horizontal" showInteractive={false} fitViewOptions={FIT}>
        <ControlButton
          onClick={tidy}
          title={text('ui.canvas.arrange')}
          aria-label={text('ui.canvas.arrange')}
        >
          <LayoutGrid aria-hidden className={styles.tidy} />
        </ControlButton>
      </Controls>
      {plan.processes.length > 6 && (
        <MiniMap
          pannable
          zoomable
          className={styles.mini ?? ''}
          nodeClassName={({ type }) => styles[type ?? ''] ?? ''}
        />
      )}
    </ReactFlow>
  );
}

function isCard(node: MapNode): node is CardNode {
  return 'card' in node.data;
}

function isLine(edge: MapEdge): edge is LineEdge {
  return edge.type !== 'planned';
}

function lineOf(plan: TopologyPlan, { data }: LineEdge): FaultPlace | undefined {
  return data && linePlace(plan, data.line);
}

/** Opens the menu of faults where the pointer is, or at the element that has the focus (menu key, Shift+F10). */
function breakAt(event: MouseEvent | React.MouseEvent, place: FaultPlace | undefined): void {
  if (!place) return;
  event.preventDefault();
  openFaultMenu(place, event.clientX, event.clientY);
}

/** What of a card was meant: one of its ports, or all of it. */
function cardPlace(target: EventTarget, { id, data: { card } }: CardNode): FaultPlace | undefined {
  const { plan } = labStore.getState();
  if (card.kind === 'database') return { title: card.name, database: card.near };
  if (card.kind === 'unknownHost') return { title: card.name, name: card.name };
  if (card.kind !== 'process') return undefined;
  const port =
    target instanceof Element ? target.closest<HTMLElement>('[data-port]')?.dataset['port'] : undefined;
  return port === undefined ? nodePlace(plan, id) : portPlace(id, Number(port));
}

/** A client is its session: that is the machine whose states the inspector shows. */
function selectCard(id: string): void {
  const { plan, machines } = labStore.getState();
  if (plan?.processes.some(({ name }) => name === id)) return select({ kind: 'node', node: id });
  if (!id.startsWith('client:')) return;
  const sessions = [...machines.values()].filter(
    ({ node, machine }) => node === id && machine === 'client-session',
  );
  const newest = sessions.at(-1);
  if (newest) select({ kind: 'machine', instance: newest.instance });
}

function selectLines(changes: EdgeChange<MapEdge>[]): void {
  for (const one of changes)
    if (one.type === 'select' && one.selected) select({ kind: 'link', link: one.id });
}

function useAriaLabels() {
  const text = useText();
  return useMemo(
    () => ({
      'node.a11yDescription.default': text('ui.canvas.help.node'),
      'node.a11yDescription.keyboardDisabled': text('ui.canvas.help.node'),
      'node.a11yDescription.ariaLiveMessage': ({ x, y }: { x: number; y: number }) =>
        text('ui.canvas.help.moved', { x: Math.round(x), y: Math.round(y) }),
      'edge.a11yDescription.default': text('ui.canvas.help.edge'),
      'controls.ariaLabel': text('ui.canvas.view'),
      'controls.zoomIn.ariaLabel': text('ui.canvas.zoomIn'),
      'controls.zoomOut.ariaLabel': text('ui.canvas.zoomOut'),
      'controls.fitView.ariaLabel': text('ui.canvas.fit'),
      'minimap.ariaLabel': text('ui.canvas.minimap'),
    }),
    [text],
  );
}
