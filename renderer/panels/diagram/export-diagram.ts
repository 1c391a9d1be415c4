/** A diagram as a file for the user. */
import type { Diagram } from '#core/shared/trace/diagram/diagram.js';
import type { DiagramMode } from '#core/shared/trace/diagram/diagram-layout.js';
import { diagramMermaid } from '#core/shared/trace/diagram/diagram-mermaid.js';
import { diagramSvg } from '#core/shared/trace/diagram/diagram-svg.js';

export const FORMATS = ['svg', 'png', 'mmd'] as const;
export type Format = (typeof FORMATS)[number];

/** Browsers draw no larger picture than this on a side. */
const LARGEST = 16_000;

export async function exportDiagram(
  diagram: Diagram,
  { mode, scale, format }: { mode: DiagramMode; scale: number; format: Format },
): Promise<void> {
  const svg = diagramSvg(diagram, mode, scale);
  const blobs = {
    svg: () => new Blob([svg], { type: 'image/svg+xml' }),
    mmd: () => new Blob([diagramMermaid(diagram)], { type: 'text/plain' }),
    png: () => pngOf(svg),
  };
  download(await blobs[format](), `${mode}.${format}`);
}

async function pngOf(svg: string): Promise<Blob> {
  const image = new Image();
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.min(LARGEST, image.naturalWidth);
    canvas.height = Math.min(LARGEST, image.naturalHeight);
    canvas.getContext('2d')?.drawImage(image, 0, 0);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
    );
  } finally {
    URL.revokeObjectURL(url);
  }
}

function download(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
