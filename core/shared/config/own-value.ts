/** A record's own value: names from files must never reach what every object inherits (`constructor`, …). */
export function ownValue<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
