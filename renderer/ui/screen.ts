/** Which screen is shown while a topology is open: it goes on running when the user looks at the start screen. */
import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';

const screen = createStore<{ atStart: boolean }>(() => ({ atStart: false }));

export function showStart(atStart: boolean): void {
  screen.setState({ atStart });
}

export function useAtStart(): boolean {
  return useStore(screen, (state) => state.atStart);
}
