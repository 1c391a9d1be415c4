/** A diagram as an SVG picture of its own: no script, no style sheet, nothing to fetch. */
import type { Diagram, DiagramItem, Message } from './diagram.js';
import { layOut, ROW, type DiagramLayout, type DiagramMode } from './diagram-layout.js';

/** Items that one picture takes; more would be no picture any more. */
export const MOST_DRAWN = 5000;
const HEAD = 40;
const TEXT_LENGTH = 90;

const COLOURS: Readonly<Record<DiagramItem['sort'], string>> = {
  stanza: '#1f5fd6',
  cluster: '#0b6175',
  stream: '#66788f',
  hop: '#7a4fa3',
  state: '#17693f',
  link: '#855200',
  fault: '#b3261e',
  timer: '#66788f',
};

/** The first `MOST_DRAWN` items. */
export function diagramSvg(diagram: Diagram, mode: DiagramMode, msHeight = 1): string {
  const shown: Diagram = { ...diagram, items: diagram.items.slice(0, MOST_DRAWN) };
  const layout = layOut(shown, mode, { msHeight });
  const [width, height] = [layout.width, layout.height + HEAD];
  const body = [
    ...shown.lifelines.map(({ name }, index) => lifeline(name, layout.laneX(index), layout)),
    ...shown.items.map((item, index) => drawn(item, index, layout)),
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="11">`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    `<defs><marker id="a" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z"/></marker></defs>`,
    ...body,
    '</svg>',
    '',
  ].join('\n');
}

function lifeline(name: string, x: number, layout: DiagramLayout): string {
  const bottom = layout.height + HEAD;
  return `<line x1="${x}" y1="${HEAD}" x2="${x}" y2="${bottom}" stroke="#cfd7e3"/><text x="${x}" y="24" text-anchor="middle" font-weight="bold">${escaped(name)}</text>`;
}

function drawn(item: DiagramItem, index: number, layout: DiagramLayout): string {
  const y = layout.y(index) + HEAD;
  const colour = COLOURS[item.sort];
  if (item.kind === 'message') return message(item, { y, endY: layout.endY(index) + HEAD, colour }, layout);
  const x = layout.x(item.at, item.part) ?? 0;
  return `<circle cx="${x}" cy="${y}" r="3" fill="${colour}"/><text x="${x + 7}" y="${y + 4}" fill="${colour}">${escaped(item.text)}</text>`;
}

function message(
  item: Message,
  { y, endY, colour }: { y: number; endY: number; colour: string },
  layout: DiagramLayout,
): string {
  const [x1, x2] = [layout.x(item.from, item.fromPart) ?? 0, layout.x(item.to, item.toPart) ?? 0];
  const lost = item.end?.how !== 'delivered';
  // A lost frame does not get there.
  const [toX, toY] = lost ? [(x1 + x2) / 2, (y + endY) / 2] : [x2, endY];
  const end = lost ? '' : ' marker-end="url(#a)"';
  const cross =
    item.end?.how === 'dropped'
      ? `<text x="${toX}" y="${toY + 4}" fill="#b3261e" text-anchor="middle">×</text>`
      : '';
  return `<line x1="${x1}" y1="${y}" x2="${toX}" y2="${toY}" stroke="${colour}"${lost ? ' stroke-dasharray="4 3"' : ''}${end}/>${cross}<text x="${(x1 + x2) / 2}" y="${y - ROW / 6}" text-anchor="middle" fill="${colour}">${escaped(item.text)}</text>`;
}

function escaped(text: string): string {
  const short = text.length > TEXT_LENGTH ? `${text.slice(0, TEXT_LENGTH)}…` : text;
  return short
    .replace(/[^\u0009\u000a\u000d\u0020-\ud7ff\ue000-\ufffd]/g, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
