/** Which line the pointer is on; it stays a moment longer, so that the pointer can reach the line's buttons. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

const STAYS_MS = 350;

const hovered = createStore<{ line: string | undefined }>(() => ({ line: undefined }));
let leaving: ReturnType<typeof setTimeout> | undefined;

export function enterLine(line: string): void {
  clearTimeout(leaving);
  hovered.setState({ line });
}

export function leaveLine(): void {
  clearTimeout(leaving);
  leaving = setTimeout(() => hovered.setState({ line: undefined }), STAYS_MS);
}

/** Whether a line shows its buttons: the one that the pointer is on, or else the one that is selected. */
export function useShowsButtons(line: string, selected: boolean): boolean {
  return useStore(hovered, (state) => (state.line === undefined ? selected : state.line === line));
}
