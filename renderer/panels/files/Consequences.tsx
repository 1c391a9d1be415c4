import type { Finding } from '#core/shared/config/lint/finding.js';
import { renderFinding } from '#core/shared/text/render-finding.js';
import { goToRange, useFiles } from '#renderer/files/files-store.js';
import { usePreferences } from '#renderer/ui/preferences.js';
import { useText } from '#renderer/ui/use-text.js';
import styles from './FilesPanel.module.css';

/** What applying would start, stop and restart, in one line; or what prevents it, and the way there. */
export function Consequences({ saved }: { saved: string | undefined }) {
  const t = useText();
  const { difference, obstacle, isSaved } = useFiles(({ difference: changes, preview, folder, running }) => ({
    isSaved: saved !== undefined && saved === folder && running.every(({ state }) => state === 'saved'),
    difference: changes?.processes,
    obstacle: preview?.obstacles[0],
  }));
  const say = (key: 'starts' | 'stops' | 'restarts', names: readonly string[]): string[] =>
    names.length === 0 ? [] : [t(`ui.files.${key}`, { names: names.join(', ') })];
  const words = (): string => {
    if (!difference)
      return isSaved && saved !== undefined ? t('ui.files.saved', { folder: saved }) : t('ui.files.nothing');
    const { added, removed, changed, unchanged } = difference;
    const parts = [
      ...say('starts', added),
      ...say('stops', removed),
      ...say(
        'restarts',
        changed.map(({ name }) => name),
      ),
    ];
    if (parts.length === 0) return t('ui.files.same-plan');
    return [...parts, t('ui.files.goes-on', { count: unchanged.length })].join(' · ');
  };
  const said = words();
  return (
    <p
      role="status"
      className={styles.consequences}
      title={obstacle ? undefined : said}
      data-wrong={obstacle !== undefined || undefined}
    >
      {obstacle ? <Obstacle finding={obstacle} /> : said}
    </p>
  );
}

/** Pressed, it goes to the place. */
function Obstacle({ finding }: { finding: Finding }) {
  const t = useText();
  const { language } = usePreferences();
  const { file: path, line } = finding.range;
  const name = useFiles(({ history }) => history.present.find((draft) => draft.path === path)?.name);
  const { message } = renderFinding(language, finding);
  const said = t('ui.files.obstacle', { message, file: name ?? path, line });
  if (name === undefined) return said;
  return (
    <button
      type="button"
      className={styles.place}
      title={t('ui.files.obstacle.go', { file: name, line })}
      onClick={() => goToRange(finding.range)}
    >
      {said}
    </button>
  );
}
