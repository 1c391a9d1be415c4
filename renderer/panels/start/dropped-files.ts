/** What was dropped on the page, or chosen in a file dialog → the files of a topology. */
import { LAB_YAML_NAME } from '#core/shared/config/lab-yaml.js';
import { stripLineNumbers } from '#core/shared/config/init-properties.js';

export interface GivenFile {
  name: string;
  text: string;
}

interface FoundFile {
  /** Path below the folder that was dropped; the bare name of a single file. */
  path: string;
  file: File;
}

/** Levels of folders that are looked into: NAME/etc/init.properties below the one that was dropped. */
const DEEPEST = 3;
const LARGEST_BYTES = 5 * 1024 * 1024;
const WANTED = /\.properties$|\.txt$|(^|\/)lab\.yaml$|(^|\/)config\.tdsl$/;

/** Has to be called at once in the drop's handler: what was dropped is gone after it. */
export function droppedFiles(transfer: DataTransfer): Promise<GivenFile[]> {
  const entries = [...transfer.items]
    .map((item) => item.webkitGetAsEntry())
    .filter((entry) => entry !== null);
  return Promise.all(entries.map((entry) => filesBelow(entry, '', DEEPEST))).then((found) =>
    readAll(found.flat()),
  );
}

export function chosenFiles(list: FileList): Promise<GivenFile[]> {
  return readAll([...list].map((file) => ({ path: file.name, file })));
}

async function filesBelow(entry: FileSystemEntry, folder: string, levels: number): Promise<FoundFile[]> {
  const path = folder + entry.name;
  if (isFile(entry)) {
    return [{ path, file: await new Promise<File>((resolve, reject) => entry.file(resolve, reject)) }];
  }
  if (!isFolder(entry) || levels === 0) return [];
  // A folder that holds NAME.properties is the topology itself; one that holds init.properties is a process.
  const inside = await entriesOf(entry);
  const below = await Promise.all(inside.map((one) => filesBelow(one, '', levels - 1)));
  return below
    .flat()
    .map((found) => (isProcessOwn(found.path) ? { ...found, path: `${path}/${found.path}` } : found));
}

function isProcessOwn(path: string): boolean {
  return /^(etc\/)?(init\.properties|config\.tdsl)$/.test(path) || path.startsWith('etc/');
}

async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    // A reader gives some hundred at a time, and none when it has given all.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
}

async function readAll(found: readonly FoundFile[]): Promise<GivenFile[]> {
  const wanted = found.filter(({ path, file }) => WANTED.test(path) && file.size <= LARGEST_BYTES);
  wanted.sort((a, b) => (a.path < b.path ? -1 : 1));
  return Promise.all(
    wanted.map(async ({ path, file }) => {
      const text = await file.text();
      const yaml = path.split('/').at(-1) === LAB_YAML_NAME;
      return yaml
        ? { name: LAB_YAML_NAME, text }
        : { name: propertiesName(path), text: stripLineNumbers(text) };
    }),
  );
}

/** A text file is taken for the properties file of the process that it is named after. */
function propertiesName(path: string): string {
  return path.replace(/\.txt$/, '.properties');
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
