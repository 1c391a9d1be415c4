/** XML as people read it: one element a line, indented. A stream header has no end, and need not have one. */
const PIECES = /<[^>]*>|[^<]+/g;

export function prettyXml(xml: string): string {
  const lines: string[] = [];
  let depth = 0;
  const pieces = xml.match(PIECES) ?? [];
  for (let index = 0; index < pieces.length; index += 1) {
    const piece = pieces[index] ?? '';
    const end = pieces[index + 2];
    if (piece.startsWith('</')) depth = Math.max(0, depth - 1);
    if (isOpening(piece) && !pieces[index + 1]?.startsWith('<') && end?.startsWith('</')) {
      // Text alone stays on the line of its element.
      lines.push('  '.repeat(depth) + piece + (pieces[index + 1] ?? '') + end);
      index += 2;
      continue;
    }
    if (piece.trim() !== '') lines.push('  '.repeat(depth) + piece.trim());
    if (isOpening(piece)) depth += 1;
  }
  return lines.join('\n');
}

function isOpening(piece: string): boolean {
  return piece.startsWith('<') && !/^<[/?!]/.test(piece) && !piece.endsWith('/>');
}
