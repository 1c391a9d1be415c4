import { useReactFlow } from '@xyflow/react';
import type { DragEvent } from 'react';
import { addProcess, PIECE, type Piece } from '../files/pieces.js';
import { boxOf, clearPlace } from './clear-place.js';
import { keepPlace } from './kept-places.js';

/** Handlers of the map for a process that is dragged onto it from the palette. */
export function useDrop(topology: string) {
  const flow = useReactFlow();
  return {
    onDragOver: (event: DragEvent): void => {
      if (!event.dataTransfer.types.includes(PIECE)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
    },
    onDrop: (event: DragEvent): void => {
      const piece = event.dataTransfer.getData(PIECE) as Piece;
      if (piece !== 'server' && piece !== 'muc') return;
      event.preventDefault();
      const wanted = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
      const place = clearPlace(wanted, flow.getNodes().map(boxOf));
      addProcess(piece, (name) => keepPlace(topology, name, place));
    },
  };
}
