import { Send } from 'lucide-react';
import { useId, useState } from 'react';
import { useLab } from '#renderer/store/use-lab.js';
import { Button } from '#renderer/ui/Button.tsx';
import { useText } from '#renderer/ui/use-text.js';
import { SenderSelect } from './SenderSelect.js';
import { StanzaSources } from './StanzaSources.js';
import { XmlEditor } from './XmlEditor.js';
import styles from './Composer.module.css';
import { sendersOf } from './senders.js';
import { fillTemplate, type Template } from './templates.js';
import { useSend } from './use-send.js';

/** Writes a stanza and sends it: as a client, or as the process at one end of a link. */
export function Composer() {
  const text = useText();
  const id = useId();
  const plan = useLab((state) => state.plan);
  const clients = useLab((state) => state.clients);
  const links = useLab((state) => state.links);
  const senders = sendersOf(clients, links);
  const [chosen, setChosen] = useState('');
  const sender = senders.find(({ key }) => key === chosen) ?? senders[0];
  const [template, setTemplate] = useState<Template>('chat');
  // Until something is written the template follows the sender: a link end names itself in `from`, a client does not.
  const [written, setWritten] = useState<string>();
  const stanza = written ?? fillTemplate(template, { plan, clients, sender });
  const { notice, clear, send } = useSend();
  const put = (next: string): void => {
    setWritten(next);
    clear();
  };
  const take = (next: Template): void => {
    setTemplate(next);
    setWritten(undefined);
    clear();
  };
  const submit = (): void => void send(stanza, sender);
  return (
    <section className={styles.panel} aria-label={text('ui.run.composer')}>
      <div className={styles.bar}>
        <span className={styles.field} data-wide>
          <label htmlFor={`${id}sender`}>{text('ui.run.composer.sender')}</label>
          <SenderSelect id={`${id}sender`} senders={senders} sender={sender} onChange={setChosen} />
        </span>
        <StanzaSources onPick={put} onTemplate={take} />
      </div>
      <XmlEditor
        className={styles.editor}
        value={stanza}
        onChange={put}
        onSubmit={submit}
        label={text('ui.run.composer.editor')}
      />
      <div className={styles.foot}>
        <span role="status" className={styles.notice} data-tone={notice?.tone}>
          {notice?.message ??
            (senders.length === 0 ? text('ui.run.composer.no-sender') : text('ui.run.composer.escape'))}
        </span>
        <Button
          tone="primary"
          icon={<Send />}
          title={text('ui.run.composer.send-hint')}
          disabled={senders.length === 0}
          onClick={submit}
        >
          {text('ui.run.composer.send')}
        </Button>
      </div>
    </section>
  );
}
