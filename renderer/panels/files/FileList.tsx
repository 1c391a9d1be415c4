import { FileCog, FileText, Trash2 } from 'lucide-react';
import { memo } from 'react';
import type { Finding, Severity } from '#core/shared/config/lint/finding.js';
import { takeAway } from '#renderer/files/pieces.js';
import { useText } from '#renderer/ui/use-text.js';
import { selectFile, useFiles } from '#renderer/files/files-store.js';
import styles from './FilesPanel.module.css';

type Severities = Readonly<Record<Severity, number>>;

const NONE: Severities = { error: 0, warning: 0, info: 0 };

/** The files, with what is wrong in each and whether it is edited. */
export function FileList() {
  const t = useText();
  const { drafts, selected, findings } = useFiles(({ history, selected: name, preview }) => ({
    drafts: history.present,
    selected: name,
    findings: preview?.findings,
  }));
  const running = useFiles((state) => state.running);
  const before = new Map(running.map((file) => [file.name, file]));
  const counts = countsByFile(findings ?? []);
  return (
    <ul className={styles.files} aria-label={t('ui.files.list')}>
      {drafts.map(({ name, path, process, text }) => {
        const runs = before.get(name);
        const state = runs?.text !== text ? 'edited' : runs.state === 'saved' ? undefined : 'unsaved';
        const { error, warning, info } = counts.get(path) ?? NONE;
        const shown = { name, path, process, state, error, warning, info } as const;
        return <FileEntry key={name} {...shown} isSelected={name === selected} />;
      })}
    </ul>
  );
}

function countsByFile(findings: readonly Finding[]): Map<string, Severities> {
  const counts = new Map<string, Record<Severity, number>>();
  for (const { range, severity } of findings) {
    const ofFile = counts.get(range.file) ?? { ...NONE };
    ofFile[severity] += 1;
    counts.set(range.file, ofFile);
  }
  return counts;
}

interface Entry extends Severities {
  name: string;
  path: string;
  process: string | undefined;
  state: 'edited' | 'unsaved' | undefined;
  isSelected: boolean;
}

/** One of many: drawn again only when something of its own is another. */
const FileEntry = memo(function FileEntry({ name, path, process, state, isSelected, ...counts }: Entry) {
  const t = useText();
  const Icon = process === undefined ? FileCog : FileText;
  return (
    <li className={styles.entry}>
      <button
        type="button"
        className={styles.file}
        aria-current={isSelected || undefined}
        title={[path, state && t(`ui.files.${state}`)].filter(Boolean).join(' · ')}
        onClick={() => selectFile(name)}
      >
        <Icon aria-hidden />
        <span className={styles.name}>{process ?? name}</span>
        {state && (
          <span className={styles.dot} data-state={state}>
            <span className={styles.spoken}>{t(`ui.files.${state}`)}</span>
          </span>
        )}
        <Counts {...counts} />
      </button>
      {process !== undefined && (
        <button
          type="button"
          className={styles.remove}
          aria-label={t('ui.files.remove', { name: process })}
          title={t('ui.files.remove', { name: process })}
          onClick={() => takeAway(process)}
        >
          <Trash2 aria-hidden />
        </button>
      )}
    </li>
  );
});

function Counts({ error, warning, info }: Severities) {
  const t = useText();
  const worst = error > 0 ? 'error' : warning > 0 ? 'warning' : undefined;
  if (!worst) return null;
  const title = t('ui.files.counts', { errors: error, warnings: warning, infos: info });
  return (
    <span className={styles.count} data-worst={worst} title={title}>
      {worst === 'error' ? error : warning}
    </span>
  );
}
