/** The settings a kind of fault has: plain data, so that the window can make a form of it, and one check for every door. */
export type OptionSpec =
  | { type: 'number'; unit: OptionUnit; default: number; min: number; max: number }
  | { type: 'choice'; choices: readonly string[]; default: string }
  | { type: 'text'; default: string };

/** `fraction`: 0 to 1; `count`: a whole number. */
export type OptionUnit = 'ms' | 'bytes' | 'bytes/s' | 'fraction' | 'count';

export type OptionSpecs = Readonly<Record<string, OptionSpec>>;
export type OptionValue = string | number;
export type OptionValues = Readonly<Record<string, OptionValue>>;

export type CheckedOptions =
  { ok: true; values: OptionValues } | { ok: false; option: string; allowed: string };

/** Fills in the defaults. `allowed` of a refusal says what may stand there; empty: there is no such option. */
export function checkOptions(specs: OptionSpecs, given: Readonly<Record<string, unknown>>): CheckedOptions {
  const unknown = Object.keys(given).find((name) => !Object.hasOwn(specs, name));
  if (unknown !== undefined) return { ok: false, option: unknown, allowed: '' };
  const values: Record<string, OptionValue> = {};
  for (const [name, spec] of Object.entries(specs)) {
    const value = given[name] ?? spec.default;
    const allowed = problemOf(spec, value);
    if (allowed !== undefined) return { ok: false, option: name, allowed };
    values[name] = value as OptionValue;
  }
  return { ok: true, values };
}

/** What the option takes, when `value` is not of that. */
function problemOf(spec: OptionSpec, value: unknown): string | undefined {
  switch (spec.type) {
    case 'choice':
      return spec.choices.includes(value as string) ? undefined : spec.choices.join(', ');
    case 'text':
      return typeof value === 'string' ? undefined : 'text';
    case 'number': {
      const { min, max, unit } = spec;
      const inside = typeof value === 'number' && value >= min && value <= max;
      return inside && (unit !== 'count' || Number.isInteger(value)) ? undefined : `${min}–${max} ${unit}`;
    }
  }
}

/** Milliseconds of lab time. */
export function ms(byDefault: number, max = 3_600_000): OptionSpec {
  return { type: 'number', unit: 'ms', default: byDefault, min: 0, max };
}

export function choice(...choices: readonly [string, ...string[]]): OptionSpec {
  return { type: 'choice', choices, default: choices[0] };
}

/** A number as the kind that declared it knows it to be. */
export function numberOf(values: OptionValues, name: string): number {
  return Number(values[name] ?? 0);
}

export function textOf(values: OptionValues, name: string): string {
  return String(values[name] ?? '');
}
