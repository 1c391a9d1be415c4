import type { useText } from '#renderer/ui/use-text.js';
import { checkXml } from './xml-check.js';

/** What is wrong with a text as one stanza, in words; undefined: nothing. */
export interface Complaint {
  line: number;
  column: number;
  /** What is wrong. */
  message: string;
  /** The same with its place. */
  placed: string;
}

export function complaintOf(source: string, text: ReturnType<typeof useText>): Complaint | undefined {
  const { problem, what } = checkXml(source);
  if (!problem) return undefined;
  const { line, column, code, params, raw } = problem;
  const message = code ? text(code, what ? { what: text(what) } : params) : raw;
  const placed = code === 'ui.run.xml.empty' ? message : text('ui.run.xml.place', { line, column, message });
  return { line, column, message, placed };
}
