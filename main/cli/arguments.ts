/** Values of options, checked: a wrong one is a sentence about that option. */
import { InvalidArgumentError } from 'commander';
import { isQuirk, QUIRKS } from '#core/shared/quirks.js';
import type { Output } from './output.js';

export const PROFILES = ['5.2', '7.1'] as const;
export type ProfileName = (typeof PROFILES)[number];

export const TRANSPORTS = ['loopback', 'memory'] as const;
export type TransportName = (typeof TRANSPORTS)[number];

type Parse<Value, Previous = unknown> = (text: string, previous: Previous) => Value;

export function numberFrom(output: Output, least: number, most: number): Parse<number> {
  return (text) => {
    const value = text.trim() === '' ? Number.NaN : Number(text);
    if (value >= least && value <= most) return value;
    throw new InvalidArgumentError(output.text('cli.bad-number', { least, most }));
  };
}

export function wholeNumber(output: Output): Parse<number> {
  return (text) => {
    const value = /^-?\d+$/.test(text) ? Number(text) : Number.NaN;
    if (Number.isSafeInteger(value)) return value;
    throw new InvalidArgumentError(output.text('cli.bad-integer'));
  };
}

export function wholeFrom(output: Output, least: number, most: number): Parse<number> {
  return (text, previous) => {
    wholeNumber(output)(text, previous);
    return numberFrom(output, least, most)(text, previous);
  };
}

export function oneOf<Choice extends string>(output: Output, choices: readonly Choice[]): Parse<Choice> {
  return (text) => {
    const choice = choices.find((candidate) => candidate === text);
    if (choice !== undefined) return choice;
    throw new InvalidArgumentError(output.text('cli.bad-choice', { choices: choices.join(', ') }));
  };
}

/** `NAME=on|off`, collected. */
export function quirkSwitch(output: Output): Parse<Record<string, boolean>, Record<string, boolean>> {
  return (text, previous) => {
    const [, name = '', value] = /^([^=]+)=(on|off)$/.exec(text) ?? [];
    if (value === undefined) throw new InvalidArgumentError(output.text('cli.bad-quirk'));
    if (!isQuirk(name)) {
      const known = QUIRKS.map((quirk) => quirk.name).join(', ');
      throw new InvalidArgumentError(output.text('cli.unknown-quirk', { known }));
    }
    return { ...previous, [name]: value === 'on' };
  };
}
