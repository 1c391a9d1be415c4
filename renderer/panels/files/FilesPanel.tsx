import { useCallback, useMemo } from 'react';
import type { Finding } from '#core/shared/config/lint/finding.js';
import { FileEditor } from '#renderer/editor/FileEditor.tsx';
import type { OtherPlaces } from '#renderer/editor/finding-marks.js';
import { useText } from '#renderer/ui/use-text.js';
import { FileList } from './FileList.js';
import { FilesToolbar } from './FilesToolbar.js';
import { PastNote } from './PastNote.js';
import {
  arrived,
  filesStore,
  fix,
  goToRange,
  redo,
  type,
  undo,
  useFiles,
} from '#renderer/files/files-store.js';
import styles from './FilesPanel.module.css';

/** The files of the open topology, to be edited while it runs. */
export function FilesPanel() {
  const t = useText();
  // Not the text: whatever stands around the editor is drawn again only for what it shows.
  const shown = useFiles(
    ({ history, selected }) => history.present.find(({ name }) => name === selected)?.name,
  );
  if (shown === undefined) return <p className={styles.empty}>{t('ui.files.none')}</p>;
  return (
    <div className={styles.panel}>
      <PastNote />
      <FilesToolbar />
      <div className={styles.body}>
        <FileList />
        <div className={styles.editor}>
          <DraftEditor key={shown} name={shown} />
        </div>
      </div>
    </div>
  );
}

function DraftEditor({ name }: { name: string }) {
  const t = useText();
  const draft = useFiles(({ history }) => history.present.find((one) => one.name === name));
  const { path, process, text = '' } = draft ?? {};
  const all = useFiles(({ preview }) => preview?.findings);
  const findings = useMemo(() => all?.filter(({ range }) => range.file === path) ?? [], [all, path]);
  const goTo = useFiles((state) => (state.goTo?.name === name ? state.goTo : undefined));
  const cure = useCallback((finding: Finding) => finding.fix && fix(finding.fix), []);
  const components = useCallback(() => componentsOf(process), [process]);
  return (
    <FileEditor
      className={styles.code}
      label={t('ui.files.editor', { file: name })}
      value={text}
      onChange={(value) => type(name, value)}
      onUndo={undo}
      onRedo={redo}
      findings={findings}
      onFix={cure}
      places={PLACES}
      {...(process === undefined ? {} : { components })}
      goTo={goTo}
      onArrive={arrived}
    />
  );
}

/** Places in the files that are edited. */
const PLACES: OtherPlaces = {
  nameOf: ({ file, line }) => {
    const draft = filesStore.getState().history.present.find(({ path }) => path === file);
    return draft && `${draft.name}:${line}`;
  },
  goTo: goToRange,
};

function componentsOf(process: string | undefined) {
  const { preview } = filesStore.getState();
  return preview?.plan.processes.find(({ name }) => name === process)?.components ?? [];
}
