/** How much of the past a joiner wants (XEP-0045 §7.2.15). */
import type { Element } from '#core/xml/element.js';
import type { HistoryRequest } from './room-history.js';
import { readStamp } from './stamps.js';

/** Reads `<history/>`; values that are no numbers or dates are ignored (M11). */
export function readHistoryRequest(history: Element | undefined, now: number): HistoryRequest {
  const maxStanzas = wholeNumber(attribute(history, 'maxstanzas'));
  const seconds = wholeNumber(attribute(history, 'seconds'));
  const date = readStamp(attribute(history, 'since') ?? '');
  const since = seconds === undefined ? date : Math.max(now - seconds * 1000, date ?? 0);
  return {
    ...(maxStanzas === undefined ? {} : { maxStanzas }),
    ...(since === undefined ? {} : { since }),
  };
}

function attribute(history: Element | undefined, name: string): string | undefined {
  const value: unknown = history?.attrs[name];
  return typeof value === 'string' ? value : undefined;
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^-?\d{1,9}$/.test(text) ? Number(text) : undefined;
}
