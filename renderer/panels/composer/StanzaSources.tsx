import { useId } from 'react';
import { useText } from '#renderer/ui/use-text.js';
import { describeStanza } from '#core/shared/trace/describe-stanza.js';
import { useSentHistory } from './sent-history.js';
import styles from './Composer.module.css';
import { TEMPLATES, type Template } from './templates.js';

interface Props {
  onTemplate: (template: Template) => void;
  onPick: (stanza: string) => void;
}

/** Where a stanza can be taken from: the templates, and what was sent before. */
export function StanzaSources({ onTemplate, onPick }: Props) {
  const text = useText();
  const id = useId();
  const history = useSentHistory();
  return (
    <>
      <span className={styles.field}>
        <label htmlFor={`${id}template`}>{text('ui.run.composer.template')}</label>
        <select
          id={`${id}template`}
          value=""
          onChange={(event) => {
            const template = TEMPLATES.find((name) => name === event.target.value);
            if (template) onTemplate(template);
          }}
        >
          <option value="">{text('ui.run.composer.template-choose')}</option>
          {TEMPLATES.map((template) => (
            <option key={template} value={template}>
              {text(`ui.run.composer.template.${template}`)}
            </option>
          ))}
        </select>
      </span>
      <span className={styles.field}>
        <label htmlFor={`${id}history`}>{text('ui.run.composer.history')}</label>
        <select
          id={`${id}history`}
          value=""
          disabled={history.length === 0}
          onChange={(event) => {
            const stanza = history[Number(event.target.value)];
            if (event.target.value !== '' && stanza !== undefined) onPick(stanza);
          }}
        >
          <option value="">
            {history.length === 0
              ? text('ui.run.composer.history-none')
              : text('ui.run.composer.history-choose', { count: history.length })}
          </option>
          {history.map((stanza, index) => (
            <option key={stanza} value={index}>
              {describeStanza(stanza)}
            </option>
          ))}
        </select>
      </span>
    </>
  );
}
