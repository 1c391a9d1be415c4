/** Who writes the files of a topology; core itself writes none. */
export interface TextChange {
  /** Path inside the folder, with slashes. */
  name: string;
  /** undefined: the file goes. */
  text: string | undefined;
  /** What it held when it was last read or written; undefined: there was none. */
  expected: string | undefined;
}

export interface TopologyWriter {
  /**
   * Writes all changes into a folder, or none that it can tell beforehand to be impossible; each file at once. Without it nothing
   * is ever written. Rejects with `topology-is-example`, `topology-bad-name`, `topology-outside`, `topology-changed`
   * or `topology-unwritable`.
   * @param overwrite also what somebody else has changed in the meantime
   * @returns the folder's whole path
   */
  writeTexts?(folder: string, changes: readonly TextChange[], overwrite: boolean): Promise<string>;
}
