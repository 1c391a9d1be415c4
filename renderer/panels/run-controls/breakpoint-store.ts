/** The breakpoints as the host lists them. */
import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import type { BreakpointSpec, BreakpointView } from '#core/shared/api/breakpoint.js';
import type { LabFeed } from '#renderer/store/lab-feed.js';

interface BreakpointState {
  breakpoints: BreakpointView[];
}

export const breakpointStore = createStore<BreakpointState>(() => ({ breakpoints: [] }));

export function useBreakpoints(): BreakpointState {
  return useStore(breakpointStore);
}

export async function listBreakpoints(feed: LabFeed): Promise<void> {
  // Not `act`: a list that is only looked up says nothing about what the user did last.
  const answer = await feed.host.call('breakpoint.list', {}).catch(() => undefined);
  if (answer) breakpointStore.setState({ breakpoints: answer.breakpoints });
}

export async function setBreakpoint(feed: LabFeed, spec: BreakpointSpec): Promise<boolean> {
  const answer = await feed.act('breakpoint.set', spec);
  if (!answer) return false;
  await listBreakpoints(feed);
  return true;
}

export async function enableBreakpoint(feed: LabFeed, breakpoint: string, on: boolean): Promise<void> {
  await feed.act('breakpoint.enable', { breakpoint, on });
  await listBreakpoints(feed);
}

export async function clearBreakpoint(feed: LabFeed, breakpoint: string): Promise<void> {
  await feed.act('breakpoint.clear', { breakpoint });
  await listBreakpoints(feed);
}
