/** A scenario under other settings than its own, for comparing. */
import type { Scenario } from './scenario-schema.js';

export interface ScenarioSettings {
  profile?: Scenario['profile'];
  quirks: Record<string, boolean>;
  seed?: number;
}

/** One setting as it is written: `profile=7.1`, `quirk:fin-unnoticed=off`, `seed=2`; undefined: it is none of these. */
export function readSetting(text: string, settings: ScenarioSettings): ScenarioSettings | undefined {
  const [, name = '', value = ''] = /^([^=]+)=(.+)$/.exec(text) ?? [];
  if (name === 'profile' && (value === '5.2' || value === '7.1')) return { ...settings, profile: value };
  if (name === 'seed' && /^-?\d{1,15}$/.test(value)) return { ...settings, seed: Number(value) };
  const quirk = /^quirk:(.+)$/.exec(name)?.[1];
  if (quirk !== undefined && (value === 'on' || value === 'off'))
    return { ...settings, quirks: { ...settings.quirks, [quirk]: value === 'on' } };
  return undefined;
}

/** What the settings say goes over the file's own head and over its `start` step. */
export function withSettings(scenario: Scenario, { profile, quirks, seed }: ScenarioSettings): Scenario {
  const given = profile === undefined ? {} : { profile };
  return {
    ...scenario,
    ...given,
    ...(seed === undefined ? {} : { seed }),
    quirks: { ...scenario.quirks, ...quirks },
    steps: scenario.steps.map((step) =>
      step.kind === 'start'
        ? {
            ...step,
            options: { ...step.options, ...given, quirks: { ...step.options.quirks, ...quirks } },
          }
        : step,
    ),
  };
}
