/** Pieces of a text that are replaced. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

export function edited(text: string, edits: readonly Edit[]): string {
  let [result, at] = ['', 0];
  for (const edit of inOrder(edits)) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** The same on a text that has come in pieces: what is new stands where the old began. */
export function editedPieces(pieces: readonly string[], edits: readonly Edit[]): string[] {
  const waiting = inOrder(edits);
  let from = 0;
  return pieces.map((piece) => {
    const to = from + piece.length;
    const here: Edit[] = [];
    for (const { start, end, text } of waiting) {
      if (end <= from || start >= to) continue;
      here.push({
        start: Math.max(start, from) - from,
        end: Math.min(end, to) - from,
        text: start >= from ? text : '',
      });
    }
    from = to;
    return edited(piece, here);
  });
}

function inOrder(edits: readonly Edit[]): Edit[] {
  return [...edits].sort((a, b) => a.start - b.start);
}
