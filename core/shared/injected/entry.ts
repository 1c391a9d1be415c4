/**
 * The one door by which the outside (a socket, a timer, a command) enters the code of a process. It sets the cause,
 * runs the work and then every task that the work posted, and turns an exception, which only a bug of the lab can
 * throw, into a `lab.error` instead of a crash.
 */
export interface Entry {
  /**
   * @param node whose code it is: while that process is frozen, the work waits
   * @param after runs when every task has run: a step that is stepped into may stop between two of them
   */
  enter(cause: number, where: string, work: () => void, node?: string, after?: () => void): void;
}
