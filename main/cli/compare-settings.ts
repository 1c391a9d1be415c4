/** Settings of one of the two runs that `compare` plays. */
import { InvalidArgumentError } from 'commander';
import { isQuirk, QUIRKS } from '#core/shared/quirks.js';
import type { Scenario } from '#core/shared/scenario/scenario-schema.js';
import { PROFILES, type ProfileName } from './arguments.js';
import type { Output } from './output.js';

export interface RunSettings {
  profile?: ProfileName;
  seed?: number;
  quirks?: Record<string, boolean>;
}

/** `profile=7.1,quirk:fin-unnoticed=off,seed=2`, collected. */
export function settingsOf(output: Output): (text: string, previous: RunSettings) => RunSettings {
  return (text, previous) =>
    text.split(',').reduce((settings, part) => withSetting(settings, part.trim(), output), previous);
}

function withSetting(settings: RunSettings, text: string, output: Output): RunSettings {
  const [, name = '', value = ''] = /^([^=]+)=(.+)$/.exec(text) ?? [];
  const profile = PROFILES.find((one) => one === value);
  if (name === 'profile' && profile) return { ...settings, profile };
  const seed = /^-?\d+$/.test(value) ? Number(value) : Number.NaN;
  if (name === 'seed' && Number.isSafeInteger(seed)) return { ...settings, seed };
  const quirk = /^quirk:(.+)$/.exec(name)?.[1];
  if (quirk === undefined || !/^(on|off)$/.test(value)) {
    throw new InvalidArgumentError(output.text('cli.compare.bad-setting'));
  }
  if (!isQuirk(quirk)) {
    const known = QUIRKS.map((one) => one.name).join(', ');
    throw new InvalidArgumentError(output.text('cli.unknown-quirk', { known }));
  }
  return { ...settings, quirks: { ...settings.quirks, [quirk]: value === 'on' } };
}

/** The scenario under settings that go before its own. */
export function scenarioUnder(scenario: Scenario, { profile, quirks, seed }: RunSettings): Scenario {
  const own = {
    ...(profile === undefined ? {} : { profile }),
    ...(seed === undefined ? {} : { seed }),
    quirks: { ...scenario.quirks, ...quirks },
  };
  const [first, ...rest] = scenario.steps;
  if (first?.kind !== 'start') return { ...scenario, ...own };
  const options = { ...first.options, ...(profile === undefined ? {} : { profile }) };
  const start = { ...first, options: { ...options, quirks: { ...options.quirks, ...quirks } } };
  return { ...scenario, ...own, steps: [start, ...rest] };
}
