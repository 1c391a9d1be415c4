/** A diagram as the text of a Mermaid `sequenceDiagram`, for documents and issues. */
import type { Diagram, DiagramItem } from './diagram.js';

/** Mermaid gives up on more text than this by default (`maxTextSize`), so no more items are written. */
export const MOST_LINES = 500;
const TEXT_LENGTH = 80;

/** Mermaid's name of a lifeline; undefined: it is not shown. */
type At = (name: string, part?: string) => string | undefined;

export function diagramMermaid({ lifelines, items, place = (name) => name }: Diagram): string {
  const names = new Map(lifelines.map(({ name }, index) => [name, `p${index}`]));
  const at: At = (name, part) => names.get(place(name, part));
  const lines = items
    .slice(0, MOST_LINES)
    .map((item) => line(item, at))
    .filter((text) => text !== '');
  return [
    'sequenceDiagram',
    ...lifelines.map(({ name }) => `    participant ${names.get(name)} as ${escaped(name)}`),
    ...lines.map((text) => `    ${text}`),
    '',
  ].join('\n');
}

function line(item: DiagramItem, at: At): string {
  if (item.kind === 'note') {
    const over = at(item.at, item.part);
    return over === undefined ? '' : `Note over ${over}: ${escaped(item.text)}`;
  }
  const [from, to] = [at(item.from, item.fromPart), at(item.to, item.toPart)];
  if (from === undefined || to === undefined) return '';
  // `-x` ends with a cross: lost. `--)` is open: on its way.
  const arrows = { delivered: '->>', dropped: '-x' };
  return `${from}${item.end ? arrows[item.end.how] : '--)'}${to}: ${escaped(item.text)}`;
}

/** Mermaid takes `;` and line ends for the end of a statement, `#…;` for an entity, and some words for its own. */
function escaped(text: string): string {
  const short = text.length > TEXT_LENGTH ? `${text.slice(0, TEXT_LENGTH)}…` : text;
  const safe = short.replace(
    /[^\p{L}\p{N} @/.,:·→=_()“”…*+×-]/gu,
    (character) => `#${character.codePointAt(0)};`,
  );
  // An empty text is no statement; `end` alone would close a block.
  const trimmed = safe.trim();
  return trimmed === '' || /^end$/i.test(trimmed) ? `·${trimmed}` : trimmed;
}
