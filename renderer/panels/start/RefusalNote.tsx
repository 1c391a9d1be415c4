import { renderFinding } from '#core/shared/text/render-finding.js';
import { renderText } from '#core/shared/text/render.js';
import { usePreferences } from '#renderer/ui/preferences.js';
import { useText } from '#renderer/ui/use-text.js';
import type { Place, Refusal } from './use-open-topology.js';
import styles from './StartScreen.module.css';

const MOST_FINDINGS = 5;

/** Why a topology could not be opened, where it was asked for. */
export function RefusalNote({ place, refusal }: { place: Place; refusal: Refusal | undefined }) {
  const t = useText();
  const { language } = usePreferences();
  if (refusal?.place !== place) return null;
  const { problem, findings } = refusal;
  const nothing = problem.code === 'host.topology-empty' && problem.params['path'] === '';
  return (
    <div role="alert" className={styles.refusal}>
      <p>{nothing ? t('ui.start.nothing-in-files') : renderText(language, problem.code, problem.params)}</p>
      {findings.slice(0, MOST_FINDINGS).map((finding) => {
        const { message, why } = renderFinding(language, finding);
        return (
          <p key={`${finding.range.file} ${finding.code}`}>
            <code>{finding.range.file}</code>: {message} {why}
          </p>
        );
      })}
    </div>
  );
}
