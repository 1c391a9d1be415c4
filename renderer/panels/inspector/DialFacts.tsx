import type { MachineView } from '#core/shared/trace/machine-fold.js';
import { acceptedLink } from '#renderer/flow/link-machines.js';
import { useText } from '#renderer/ui/use-text.js';
import { currentDials } from './dials.js';
import { PickList } from './PickList.js';
import { Section } from './Section.js';
import parts from './Parts.module.css';

/** The link of a dialler or an acceptor; why there is none. */
export function DialFacts({ view }: { view: MachineView }) {
  const t = useText();
  const dials = currentDials();
  const link = acceptedLink(view) ?? dials.linkOf(view.instance);
  const failure = dials.failureOf(view.instance);
  return (
    <Section title={t('ui.inspector.link')}>
      {failure === undefined ? null : (
        <p className={parts.hint}>{t('ui.inspector.dial.failed', { error: failure })}</p>
      )}
      <PickList
        label={t('ui.inspector.link')}
        empty={t('ui.inspector.dial.none')}
        picks={link === undefined ? [] : [{ key: link, text: link, goTo: { kind: 'link', link } }]}
      />
    </Section>
  );
}
