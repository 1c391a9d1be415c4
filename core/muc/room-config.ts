/** The values of a room's options (§8.7). */
import type { RoomFeature } from './features/feature.js';
import { ROOM_FEATURES } from './features/room-features.js';

/** Field → kept text. */
export type ConfigValues = ReadonlyMap<string, string>;

export class RoomConfig {
  private readonly values = new Map<string, string>();

  /** @param given values that differ from the standard; those that are unknown or unreadable are left out */
  constructor(given: ConfigValues = new Map()) {
    for (const feature of ROOM_FEATURES) {
      const text = given.get(feature.field);
      const kept = text === undefined ? undefined : feature.normalise(text);
      this.values.set(feature.field, kept ?? feature.standard);
    }
  }

  get<Value>(feature: RoomFeature<Value>): Value {
    return feature.read(this.text(feature));
  }

  /** The value as it is kept and shown in the form. */
  text(feature: RoomFeature): string {
    return this.values.get(feature.field) ?? feature.standard;
  }

  /** Takes over normalised values and tells which options have changed, in the order of the form. */
  apply(values: ConfigValues): RoomFeature[] {
    const changed = ROOM_FEATURES.filter((feature) => {
      const text = values.get(feature.field);
      return text !== undefined && text !== this.text(feature);
    });
    for (const feature of changed)
      this.values.set(feature.field, values.get(feature.field) ?? feature.standard);
    return changed;
  }

  toRecord(): Record<string, string> {
    return Object.fromEntries(this.values);
  }
}
