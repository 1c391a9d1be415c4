import { FileCog, FileText, Trash2 } from 'lucide-react';
import type { Finding, Severity } from '#core/shared/config/lint/finding.js';
import { takeAway } from '#renderer/files/pieces.js';
import { useText } from '#renderer/ui/use-text.js';
import { selectFile, useFiles } from '#renderer/files/files-store.js';
import styles from './FilesPanel.module.css';

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
  return (
    <ul className={styles.files} aria-label={t('ui.files.list')}>
      {drafts.map(({ name, path, process, text }) => {
        const here = findings?.filter(({ range }) => range.file === path) ?? [];
        const runs = before.get(name);
        const state = runs?.text !== text ? 'edited' : runs.state === 'saved' ? undefined : 'unsaved';
        const Icon = process === undefined ? FileCog : FileText;
        return (
          <li key={name} className={styles.entry}>
            <button
              type="button"
              className={styles.file}
              aria-current={name === selected || undefined}
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
              <Counts findings={here} />
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
      })}
    </ul>
  );
}

function Counts({ findings }: { findings: readonly Finding[] }) {
  const t = useText();
  const count = (wanted: Severity): number => findings.filter(({ severity }) => severity === wanted).length;
  const counts = { errors: count('error'), warnings: count('warning'), infos: count('info') };
  const worst = counts.errors > 0 ? 'error' : counts.warnings > 0 ? 'warning' : undefined;
  if (!worst) return null;
  return (
    <span className={styles.count} data-worst={worst} title={t('ui.files.counts', counts)}>
      {worst === 'error' ? counts.errors : counts.warnings}
    </span>
  );
}
