/** What the fault shelf shows now: a menu at a place, or the form of a kind. */
import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import type { FaultKindView } from '#core/shared/faults/fault-kind-view.js';
import type { LabFeed } from '../store/lab-feed.js';
import type { FaultPlace } from './fault-place.js';

interface ShelfState {
  /** All kinds there are, once the host has said. */
  kinds: readonly FaultKindView[];
  /** In px of the window. */
  menu: { place: FaultPlace; x: number; y: number } | undefined;
  form: { place: FaultPlace; kind: string } | undefined;
}

const shelf = createStore<ShelfState>(() => ({ kinds: [], menu: undefined, form: undefined }));
/** What had the focus when the menu was opened: it gets it back. */
let opener: Element | null = null;

export function useShelf<Part>(select: (state: ShelfState) => Part): Part {
  return useStore(shelf, select);
}

/** Asks for the kinds, once a window. */
export async function loadKinds(feed: LabFeed): Promise<void> {
  const answer = await feed.host.call('fault.kinds', {}).catch(() => undefined);
  if (answer) shelf.setState({ kinds: answer.kinds });
}

export function openFaultMenu(place: FaultPlace, x: number, y: number): void {
  opener = document.activeElement;
  shelf.setState({ menu: { place, x, y } });
}

/** Below an element, such as the button that was pressed. */
export function openFaultMenuAt(place: FaultPlace, element: Element): void {
  const { left, bottom } = element.getBoundingClientRect();
  openFaultMenu(place, left, bottom + 4);
}

export function closeFaultMenu(): void {
  shelf.setState({ menu: undefined });
}

export function openFaultForm(place: FaultPlace, kind: string): void {
  shelf.setState({ menu: undefined, form: { place, kind } });
}

export function closeFaultForm(): void {
  shelf.setState({ form: undefined });
  giveFocusBack();
}

export function giveFocusBack(): void {
  if (opener instanceof HTMLElement || opener instanceof SVGElement) opener.focus();
}
