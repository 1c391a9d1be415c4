/** A session without secrets: each is another word, the same one everywhere, so that the session still plays. */
import type { SessionCut, SessionFile } from '#core/shared/session/session-schema.js';
import { namesIn } from './names.js';
import { journalWithout } from './journal-secrets.js';
import { Secrets } from './secrets.js';
import { labYamlWithout, propertiesWithout } from './topology-secrets.js';

export function redacted(file: SessionFile): { file: SessionFile; secrets: number } {
  const secrets = new Secrets();
  // Once to know all secrets, and once with the words for all of them.
  withoutSecrets(file, secrets);
  secrets.settle(namesIn(file));
  const clean = withoutSecrets(file, secrets);
  return { file: clean, secrets: secrets.size };
}

function withoutSecrets({ header, branches }: SessionFile, secrets: Secrets): SessionFile {
  const files = header.files.map(({ text, ...rest }) => ({
    ...rest,
    text: secrets.without(propertiesWithout(text, secrets)),
  }));
  const { labYaml, view, bookmarks } = header;
  const yaml = labYaml && {
    path: labYaml.path,
    text: secrets.without(labYamlWithout(labYaml.text, secrets)),
  };
  const cuts: SessionCut[] = [];
  const cleanBranches = branches.map(({ meta, lines }) => {
    const journal = journalWithout(lines, secrets);
    if (journal.cut) cuts.push({ branch: meta.branch, ...journal.cut });
    // The hash is that of a trace with the real secrets.
    const { events: _events, hash: _hash, ...rest } = meta;
    const title = secrets.without(meta.title);
    return { meta: { ...rest, title, entries: journal.lines.length }, lines: journal.lines };
  });
  return {
    header: {
      ...header,
      files,
      ...(yaml ? { labYaml: yaml } : {}),
      bookmarks: secrets.withoutIn(bookmarks),
      ...(view === undefined ? {} : { view: secrets.withoutIn(view) }),
      redacted: true,
      cuts,
    },
    branches: cleanBranches,
  };
}
