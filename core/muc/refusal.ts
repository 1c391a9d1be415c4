/** Why a stanza is not done: becomes the error reply. */
import type { StanzaErrorCondition } from '#core/shared/xmpp/stanza-errors.js';

export interface Refusal {
  readonly condition: StanzaErrorCondition;
  /** 5.2 sends almost every room error without a text; the few it has are quoted in the reference. */
  readonly text?: string;
}

/** A refusal without a text, as most are. */
export function refuse(condition: StanzaErrorCondition, text?: string): Refusal {
  return text === undefined ? { condition } : { condition, text };
}

/** Texts of errors that clients may look for, letter by letter (§8.3, §8.6, M06). */
export const QUOTED_TEXTS = {
  nickChange: 'Will me done soon',
  nickChange71: 'Changing nickname is not supported yet.',
  emptyPassword: 'Passwords cannot be empty',
  cannotKick: 'You cannot kick',
} as const;
