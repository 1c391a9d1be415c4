/** Secrets in a journal: in what commands are given, and in what programs outside have sent. */
import { z } from 'zod';
import { COMMAND_SCHEMAS } from '#core/shared/api/commands.js';
import { LAB_YAML_NAME } from '#core/shared/config/lab-yaml.js';
import type { SessionCut } from '#core/shared/session/session-schema.js';
import type { JournalEntry } from '#core/lab/journal/journal-entry.js';
import { edited, editedPieces } from './edits.js';
import type { Secrets } from './secrets.js';
import { labYamlWithout, propertiesWithout } from './topology-secrets.js';
import { stanzaSecrets, type StanzaSecrets } from './stanza-secrets.js';

export interface RedactedJournal {
  lines: string[];
  /** Where it had to end, if it had to. */
  cut?: Omit<SessionCut, 'branch'>;
}

export function journalWithout(lines: readonly string[], secrets: Secrets): RedactedJournal {
  const kept = [...lines];
  const proofs: { index: number; reason: SessionCut['reason'] }[] = [];
  const strangers = new Map<string, { index: number; entry: OutsideBytes }[]>();
  lines.forEach((line, index) => {
    if (line.startsWith('["step"') || line.startsWith('["mode"')) return;
    const entry = JSON.parse(line) as JournalEntry;
    if (isBytes(entry)) {
      const said = strangers.get(entry[3].link) ?? [];
      said.push({ index, entry });
      strangers.set(entry[3].link, said);
    } else if (entry[0] === 'command') {
      const { args, proof } = argsWithout(entry[3], entry[4], secrets);
      if (proof) proofs.push({ index, reason: proof.reason });
      kept[index] = JSON.stringify([...entry.slice(0, 4), args]);
    } else kept[index] = JSON.stringify(secrets.withoutIn(entry));
  });
  for (const said of strangers.values()) {
    const { pieces, proof } = bytesWithout(said, secrets);
    said.forEach(({ index, entry: [kind, at, time, event] }, piece) => {
      const base64 = Buffer.from(pieces[piece] ?? '', 'latin1').toString('base64');
      kept[index] = JSON.stringify([kind, at, time, { ...event, base64 }]);
    });
    if (proof) proofs.push(proof);
  }
  const [first] = proofs.sort((a, b) => a.index - b.index);
  if (!first) return { lines: kept };
  const [, at] = JSON.parse(lines[first.index] ?? '') as JournalEntry;
  return { lines: kept.slice(0, first.index), cut: { event: at, reason: first.reason } };
}

type OutsideBytes = [
  kind: 'outside',
  at: number,
  time: number,
  event: { kind: 'bytes'; link: string; base64: string },
];

function isBytes(entry: JournalEntry): entry is OutsideBytes {
  return entry[0] === 'outside' && entry[3].kind === 'bytes';
}

/** What one stranger has said, which comes in pieces that end anywhere. */
function bytesWithout(
  said: readonly { index: number; entry: OutsideBytes }[],
  secrets: Secrets,
): { pieces: string[]; proof?: { index: number; reason: SessionCut['reason'] } } {
  const pieces = said.map(({ entry }) => Buffer.from(entry[3].base64, 'base64').toString('latin1'));
  const whole = pieces.join('');
  const { edits, proof } = stanzaSecrets(whole, secrets, 'latin1');
  const rest = editedPieces(pieces, [...edits, ...secrets.edits(whole, edits)]);
  if (!proof) return { pieces: rest };
  let end = 0;
  const at = pieces.findIndex((piece) => (end += piece.length) > proof.start);
  return { pieces: rest, proof: { index: said[at]?.index ?? 0, reason: proof.reason } };
}

/** Arguments in which a stanza stands, or something that becomes one. */
const STANZA_ARGS: ReadonlySet<string> = new Set(['stanza', 'text']);

function argsWithout(
  command: string,
  args: unknown,
  secrets: Secrets,
): { args: unknown; proof?: StanzaSecrets['proof'] } {
  const given = z.record(z.string(), z.unknown()).safeParse(args);
  if (!given.success) return { args };
  let proof: StanzaSecrets['proof'];
  if (command === 'topology.apply') return { args: textsWithout(given.data, secrets) };
  const changed = Object.entries(given.data).map(([key, value]): [string, unknown] => {
    if (typeof value !== 'string') return [key, secrets.withoutIn(value)];
    if (command === 'client.add' && key === 'password') return [key, secrets.invented(value)];
    if (command === 'component.add' && key === 'item') return [key, itemWithout(value, secrets)];
    if (!STANZA_ARGS.has(key)) return [key, secrets.without(value)];
    const found = stanzaSecrets(value, secrets, 'utf8');
    proof ??= found.proof;
    return [key, secrets.without(edited(value, found.edits))];
  });
  return { args: Object.fromEntries(changed), ...(proof ? { proof } : {}) };
}

/** Edited files: they may have secrets that those which were opened have not. */
function textsWithout(args: Record<string, unknown>, secrets: Secrets): unknown {
  const given = COMMAND_SCHEMAS['topology.apply'].safeParse(args);
  if (!given.success) return secrets.withoutIn(args);
  const files = given.data.files.map(({ text, ...rest }) => {
    const clean =
      rest.name === LAB_YAML_NAME ? labYamlWithout(text, secrets) : propertiesWithout(text, secrets);
    return { ...rest, text: secrets.without(clean) };
  });
  return { files };
}

/** An item of `--external`: the secret is its second field. */
function itemWithout(item: string, secrets: Secrets): string {
  const fields = item.split(':');
  const [, secret] = fields;
  if (secret !== undefined) fields[1] = secrets.invented(secret);
  return fields.join(':');
}
