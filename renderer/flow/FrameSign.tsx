import { FRAME_COLOURS, FRAME_SHAPES, type FrameKind } from './frame-fold.js';

/** A frame as it looks on its way. */
export function FrameSign({ kind }: { kind: FrameKind }) {
  return (
    <svg width={14} height={14} viewBox="-7 -7 14 14" aria-hidden>
      <path d={FRAME_SHAPES[kind]} fill={`var(${FRAME_COLOURS[kind]})`} />
    </svg>
  );
}
