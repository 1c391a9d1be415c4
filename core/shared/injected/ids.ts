/** The only source of identity: counters and seeded UUIDs, the same in every run. */
export interface Ids {
  /** 1, 2, 3 … for each `kind` of its own. */
  next(kind: string): number;
  /** A version 4 UUID from the lab's seed. */
  uuid(): string;
}
