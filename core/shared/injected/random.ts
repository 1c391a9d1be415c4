/** The only source of chance: one seeded generator a lab. */
export interface Random {
  /** A whole number from 0 to `bound` - 1. */
  below(bound: number): number;
}
