/** One file → text, or the finding that says why not. Never throws. */
import { isUtf8 } from 'node:buffer';
import type { Stats } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import type { Finding } from '#core/shared/config/lint/finding.js';
import { unreadableFile } from '#core/shared/config/topology-files.js';
import { inKilobytes } from '#core/shared/config/topology-limits.js';
import { decode } from './encoding.js';

export type TextResult = { text: string; isUtf8: boolean } | { problem: Finding };

/** Reads a text of at most `bytes`. */
export async function readText(path: string, bytes: number): Promise<TextResult> {
  try {
    const stats = await stat(path);
    const problem = refusal(path, stats, bytes);
    if (problem) return { problem };
    const content = await readFile(path);
    return content.includes(0)
      ? { problem: unreadable(path, 'EILSEQ', 'binary') }
      : { text: decode(content), isUtf8: isUtf8(content) };
  } catch (error) {
    return { problem: unreadable(path, systemCode(error)) };
  }
}

function refusal(path: string, stats: Stats, bytes: number): Finding | undefined {
  if (stats.isDirectory()) return unreadable(path, 'EISDIR', 'folder');
  if (!stats.isFile()) return unreadable(path, 'ENOTSUP', 'special');
  return stats.size > bytes ? tooLarge(path, bytes) : undefined;
}

function tooLarge(path: string, bytes: number): Finding {
  const finding = unreadable(path, 'EFBIG', 'too-large');
  return { ...finding, params: { ...finding.params, limit: inKilobytes(bytes) } };
}

/** X1 with the system's code; `variant` picks a sentence of its own. */
export function unreadable(path: string, reason: string, variant?: string): Finding {
  const finding = unreadableFile(path, reason);
  const sentence = variant ?? SENTENCES[reason];
  return sentence === undefined ? finding : { ...finding, params: { ...finding.params, variant: sentence } };
}

const SENTENCES: Readonly<Record<string, string>> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  EACCES: 'forbidden',
  EPERM: 'forbidden',
  ELOOP: 'loop',
};

export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'EIO';
}
