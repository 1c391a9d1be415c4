/** What a command's exit code says. */
export const EXIT = {
  ok: 0,
  /** Errors found, a scenario failed, a mistake of the lab's own. */
  failed: 1,
  /** Nothing could be read or run as asked. */
  unusable: 2,
} as const;
