/** The breakpoints as the host lists them, with what this window knows besides: on which link it has set each. */
import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import type { CommandArgs } from '#core/shared/api/commands.js';
import type { LabFeed } from '#renderer/store/lab-feed.js';

export interface Breakpoint {
  id: string;
  /** The pattern as JSON. */
  description: string;
}

interface BreakpointState {
  breakpoints: Breakpoint[];
  /** Breakpoint → link that it is bound to. */
  links: Readonly<Record<string, string>>;
}

export const breakpointStore = createStore<BreakpointState>(() => ({ breakpoints: [], links: {} }));

export function useBreakpoints(): BreakpointState {
  return useStore(breakpointStore);
}

export async function listBreakpoints(feed: LabFeed): Promise<void> {
  // Not `act`: a list that is only looked up says nothing about what the user did last.
  const answer = await feed.host.call('breakpoint.list', {}).catch(() => undefined);
  if (answer) breakpointStore.setState({ breakpoints: answer.breakpoints });
}

export async function setBreakpoint(feed: LabFeed, args: CommandArgs<'breakpoint.set'>): Promise<boolean> {
  const answer = await feed.act('breakpoint.set', args);
  if (!answer) return false;
  const { links } = breakpointStore.getState();
  if (args.link) breakpointStore.setState({ links: { ...links, [answer.breakpoint]: args.link } });
  await listBreakpoints(feed);
  return true;
}

export async function clearBreakpoint(feed: LabFeed, breakpoint: string): Promise<void> {
  await feed.act('breakpoint.clear', { breakpoint });
  await listBreakpoints(feed);
}
