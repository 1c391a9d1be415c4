import { CircleX, Info, SquarePen, TriangleAlert } from 'lucide-react';
import type { Finding, Severity } from '#core/shared/config/lint/finding.js';
import { renderFinding } from '#core/shared/text/render-finding.js';
import { Button } from '#renderer/ui/Button.tsx';
import { usePreferences } from '#renderer/ui/preferences.js';
import { useText } from '#renderer/ui/use-text.js';
import { quoted } from './quoted.js';
import styles from './FindingsPanel.module.css';

const ICONS = { error: CircleX, warning: TriangleAlert, info: Info } as const satisfies Record<
  Severity,
  unknown
>;

interface Props {
  finding: Finding;
  text: string | undefined;
  /** Absent when the file belongs to no process. */
  onSelect: (() => void) | undefined;
  /** Absent when the editor does not have the file. */
  onEdit: (() => void) | undefined;
}

/** One finding: what is wrong, the line, and why it matters. */
export function FindingItem({ finding, text, onSelect, onEdit }: Props) {
  const t = useText();
  const { language } = usePreferences();
  const { code, severity, range } = finding;
  const { message, why } = renderFinding(language, finding);
  const Icon = ICONS[severity];
  const line = quoted(text, range);
  return (
    <li className={styles.item}>
      <span className={`${styles.severity} ${styles[severity]}`}>
        <Icon aria-hidden />
        {t(`ui.start.severity.${severity}`)}
      </span>
      <div className={styles.body}>
        <button
          type="button"
          className={styles.message}
          disabled={!onSelect}
          title={onSelect && t('ui.start.findings.select')}
          onClick={onSelect}
        >
          {message} <span className={styles.code}>{code}</span>
        </button>
        {line ? (
          <pre className={styles.line}>
            <span className={styles.number}>{range.line}</span>
            {line.before}
            <mark className={styles[severity]}>{line.meant || ' '}</mark>
            {line.after}
          </pre>
        ) : (
          <p className={styles.place}>
            {range.file}:{range.line}:{range.column}
          </p>
        )}
        {why ? <p className={styles.why}>{why}</p> : null}
        {onEdit ? (
          <Button tone="quiet" icon={<SquarePen aria-hidden />} onClick={onEdit}>
            {t('ui.files.edit-here')}
          </Button>
        ) : null}
      </div>
    </li>
  );
}
