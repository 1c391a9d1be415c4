/** Work that may be seen a frame later than what comes first. */

/** Calls `work` once the next frame has been painted, however often it is asked until then. */
export function afterPaint(work: () => void): () => void {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() =>
      setTimeout(() => {
        asked = false;
        work();
      }),
    );
  };
}
