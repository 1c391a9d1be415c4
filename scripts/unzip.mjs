/** Unpacks a ZIP archive with nothing but Node: what Electron is shipped in. No ZIP64, no encryption. */
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_SIZE = 22;
const DEFLATED = 8;
const FILE_KIND = 0o170000;
const LINK = 0o120000;

/**
 * @param {Buffer} archive
 * @param {string} folder made if it is not there
 */
export function unzip(archive, folder) {
  for (const entry of entriesOf(archive)) {
    const target = path.resolve(folder, entry.name);
    if (!target.startsWith(path.resolve(folder) + path.sep)) throw new Error(`outside: ${entry.name}`);
    if (entry.name.endsWith('/')) {
      mkdirSync(target, { recursive: true });
      continue;
    }
    mkdirSync(path.dirname(target), { recursive: true });
    const content = contentOf(archive, entry);
    if ((entry.mode & FILE_KIND) === LINK) symlinkSync(content.toString('utf8'), target);
    else {
      writeFileSync(target, content);
      if (entry.mode & 0o111) chmodSync(target, 0o755);
    }
  }
}

/** @param {Buffer} archive */
function* entriesOf(archive) {
  let end = archive.length - END_SIZE;
  while (end >= 0 && archive.readUInt32LE(end) !== END_OF_DIRECTORY) end -= 1;
  if (end < 0) throw new Error('not a ZIP archive');
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (archive.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new Error('damaged ZIP archive');
    const nameLength = archive.readUInt16LE(at + 28);
    yield {
      method: archive.readUInt16LE(at + 10),
      size: archive.readUInt32LE(at + 20),
      mode: archive.readUInt32LE(at + 38) >>> 16,
      start: archive.readUInt32LE(at + 42),
      name: archive.toString('utf8', at + 46, at + 46 + nameLength),
    };
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
}

/** The entry's own header repeats name and extra field, the latter with another length. */
function contentOf(archive, { method, size, start }) {
  const from = start + 30 + archive.readUInt16LE(start + 26) + archive.readUInt16LE(start + 28);
  const packed = archive.subarray(from, from + size);
  return method === DEFLATED ? inflateRawSync(packed) : packed;
}
