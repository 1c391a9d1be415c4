import { Lock, LockOpen } from 'lucide-react';
import type { MachineView } from '#core/shared/trace/machine-fold.js';
import { useLab } from '#renderer/store/use-lab.js';
import { useText } from '#renderer/ui/use-text.js';
import { Facts } from './Facts.js';
import { occupantJid, roomJid } from './instance-name.js';
import { PickList } from './PickList.js';
import { Section } from './Section.js';
import { StateBadge } from './StateBadge.js';
import styles from './RoomFacts.module.css';

/** A room with who is in it; roles are the occupants' states. */
export function RoomFacts({ view }: { view: MachineView }) {
  const t = useText();
  const { instance, state, node } = view;
  const occupants = useLab((store) =>
    [...store.machines.values()].filter(
      (one) => one.machine === 'occupant' && one.instance.startsWith(`${instance}/occupant/`),
    ),
  );
  const locked = state === 'locked';
  const Icon = locked ? Lock : LockOpen;
  return (
    <>
      <Section title={t('ui.inspector.room')}>
        <Facts
          rows={[
            [t('ui.inspector.address'), roomJid(instance)],
            [t('ui.inspector.node'), node],
            [
              t('ui.inspector.room.lock'),
              <span key="lock" className={styles.lock}>
                <Icon aria-hidden /> {t(locked ? 'ui.inspector.room.locked' : 'ui.inspector.room.open')}
              </span>,
            ],
            [t('ui.inspector.room.kept'), keptText(state, t)],
          ]}
        />
      </Section>
      <Section title={t('ui.inspector.occupants')} count={occupants.length}>
        <PickList
          label={t('ui.inspector.occupants')}
          empty={t('ui.inspector.occupants.none')}
          picks={occupants.map((one) => ({
            key: one.instance,
            text: occupantJid(one.instance),
            badge: (
              <StateBadge
                state={one.state.replace(/^inside\./, '')}
                tone={one.state.startsWith('inside') ? 'ok' : 'quiet'}
              />
            ),
            goTo: { kind: 'machine', instance: one.instance },
          }))}
        />
      </Section>
    </>
  );
}

function keptText(state: string, t: ReturnType<typeof useText>): string {
  if (state === 'active.persistent') return t('ui.inspector.room.persistent');
  return state === 'active.temporary' ? t('ui.inspector.room.temporary') : '';
}
