import type { Finding } from '#core/shared/config/lint/finding.js';
import { filesStore, goToPlace } from '#renderer/files/files-store.js';
import { select } from '#renderer/store/lab-store.js';
import { useLab } from '#renderer/store/use-lab.js';
import { revealTab } from '#renderer/ui/revealed-tab.js';
import { useText } from '#renderer/ui/use-text.js';
import { FindingItem } from './FindingItem.js';
import { useSources } from './use-sources.js';
import styles from './FindingsPanel.module.css';

const RANK = { error: 0, warning: 1, info: 2 } as const;

/** What the linter says of the open topology, by file. */
export function FindingsPanel() {
  const t = useText();
  const { findings, plan } = useLab((state) => ({ findings: state.findings, plan: state.plan }));
  const texts = useSources();
  if (findings.length === 0) return <p className={styles.empty}>{t('ui.start.findings.none')}</p>;
  return (
    <div className={styles.panel}>
      {[...byFile(findings)].map(([file, ofFile]) => {
        const node = plan?.processes.find((process) => process.file === file)?.name;
        const onSelect = node === undefined ? undefined : () => select({ kind: 'node', node });
        return (
          <section key={file} aria-label={file}>
            <h2 className={styles.file} title={file}>
              {node ?? file}
              {node === undefined ? null : <span className={styles.path}>{file}</span>}
            </h2>
            <ul className={styles.list}>
              {ofFile.map((finding, index) => (
                <FindingItem
                  key={`${index} ${finding.code}`}
                  finding={finding}
                  text={texts.get(file)}
                  onSelect={onSelect}
                  onEdit={editorOf(file, finding)}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

/** Opens the place in the editor; undefined for a file that it does not have. */
function editorOf(path: string, { range }: Finding): (() => void) | undefined {
  const draft = filesStore.getState().history.present.find((file) => file.path === path);
  if (!draft) return undefined;
  return () => {
    goToPlace(draft.name, range.line, range.column);
    revealTab('files');
  };
}

/** In each file the worst first, then as they stand in it. */
function byFile(findings: readonly Finding[]): Map<string, Finding[]> {
  const sorted = findings.toSorted(
    (a, b) => RANK[a.severity] - RANK[b.severity] || a.range.line - b.range.line,
  );
  const files = new Map<string, Finding[]>();
  for (const finding of sorted) {
    const { file } = finding.range;
    files.set(file, [...(files.get(file) ?? []), finding]);
  }
  return files;
}
