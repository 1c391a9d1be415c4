/**
 * Work that a process has still to do within the current step: a component's queue to be looked at. First come, first
 * served over the whole lab, and done before the next frame or timer, so that the order never depends on the
 * event loop.
 */
export interface Tasks {
  /** `run` is called later in this step, under the cause that is running now. `label`: what it is, for people. */
  post(node: string, run: () => void, label?: string): void;
}
