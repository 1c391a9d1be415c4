/** A text in which `|` is the cursor. */
export function atCursor(marked: string): { text: string; cursor: { line: number; column: number } } {
  const before = marked.slice(0, marked.indexOf('|')).split('\n');
  return {
    text: marked.replace('|', ''),
    cursor: { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 },
  };
}
