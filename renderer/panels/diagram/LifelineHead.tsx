import { DropdownMenu } from 'radix-ui';
import { useState, type KeyboardEvent, type PointerEvent } from 'react';
import styles from './DiagramView.module.css';

interface Props {
  name: string;
  /** Of its middle, in px. */
  x: number;
  lane: number;
  onOpen: () => void;
  /** One place to the left (-1) or to the right. */
  onStep: (by: -1 | 1) => void;
  /** It was let go of `dx` px to the right of its place. */
  onDrop: (dx: number) => void;
}

/** A pointer that moves less than this has clicked, in px. */
const CLICK = 5;

/** The name of a lifeline: a click opens its menu, dragging moves it. */
export function LifelineHead({ name, x, lane, onOpen, onStep, onDrop }: Props) {
  const [drag, setDrag] = useState<{ from: number; dx: number }>();
  const dragged = drag !== undefined && Math.abs(drag.dx) >= CLICK;
  const taken = (event: PointerEvent<HTMLButtonElement>): void => {
    if (event.button !== 0) return;
    // Otherwise the menu opens before it is known whether this is a click.
    event.preventDefault();
    event.currentTarget.focus();
    event.currentTarget.setPointerCapture(event.pointerId);
    setDrag({ from: event.clientX, dx: 0 });
  };
  const released = (): void => {
    if (dragged) onDrop(drag.dx);
    else if (drag) onOpen();
    setDrag(undefined);
  };
  const pressed = (event: KeyboardEvent<HTMLButtonElement>): void => {
    const steps: Record<string, -1 | 1> = { ArrowLeft: -1, ArrowRight: 1 };
    const by = steps[event.key];
    if (!event.shiftKey || by === undefined) return;
    event.preventDefault();
    const head = event.currentTarget;
    onStep(by);
    // It stands elsewhere in the document now, and has lost the focus on the way.
    requestAnimationFrame(() => head.focus());
  };
  return (
    <DropdownMenu.Trigger
      className={styles.head}
      style={{ left: x + (dragged ? drag.dx : 0), maxWidth: lane - 8 }}
      title={name}
      aria-keyshortcuts="Shift+ArrowLeft Shift+ArrowRight"
      data-dragged={dragged || undefined}
      onPointerDown={taken}
      onPointerMove={(event) => drag && setDrag({ ...drag, dx: event.clientX - drag.from })}
      onPointerUp={released}
      onPointerCancel={() => setDrag(undefined)}
      onKeyDown={pressed}
    >
      {name.replace('client:', '')}
    </DropdownMenu.Trigger>
  );
}
