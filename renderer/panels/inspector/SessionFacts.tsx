import type { MachineView } from '#core/shared/trace/machine-fold.js';
import { useLab } from '#renderer/store/use-lab.js';
import { useText } from '#renderer/ui/use-text.js';
import { Facts } from './Facts.js';
import { linkOfSession, noJid } from './instance-name.js';
import { PickList } from './PickList.js';
import { Section } from './Section.js';
import { StateBadge } from './StateBadge.js';
import { useMachineName } from './use-machine-name.js';

const SESSIONS = new Set(['user-session', 'c2s-stream', 'client-session']);

/** Whose session it is, the link that carries it, and how the other machines of the same session stand. */
export function SessionFacts({ view }: { view: MachineView }) {
  const t = useText();
  const nameOf = useMachineName();
  const links = useLab((state) => state.links);
  const link = linkOfSession(view, links);
  const others = useLab((state) =>
    [...state.machines.values()].filter(
      (one) =>
        SESSIONS.has(one.machine) &&
        one.instance !== view.instance &&
        link !== undefined &&
        linkOfSession(one, state.links)?.id === link.id,
    ),
  );
  return (
    <Section title={t('ui.inspector.session')}>
      <Facts
        rows={[
          [t('ui.inspector.jid'), link?.jid ?? t(noJid(view))],
          [t('ui.inspector.node'), view.node],
        ]}
      />
      <PickList
        label={t('ui.inspector.session.parts')}
        picks={[
          ...others.map((one) => ({
            key: one.instance,
            text: nameOf(one.machine),
            note: one.node,
            badge: <StateBadge state={one.state} />,
            goTo: { kind: 'machine' as const, instance: one.instance },
          })),
          ...(link
            ? [
                {
                  key: link.id,
                  text: t('ui.inspector.transcript.open'),
                  note: link.id,
                  goTo: { kind: 'link' as const, link: link.id },
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
}
