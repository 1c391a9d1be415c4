import type { MachineView } from '#core/shared/trace/machine-fold.js';
import { roomOf } from './instance-name.js';
import { PickList } from './PickList.js';
import { RoomFacts } from './RoomFacts.js';
import { Section } from './Section.js';
import { SessionFacts } from './SessionFacts.js';
import { DialFacts } from './DialFacts.js';
import { useText } from '#renderer/ui/use-text.js';

/** What a machine stands for, where that is more than its name: a room, a user, a link. */
export function MachineSubject({ view }: { view: MachineView }) {
  const t = useText();
  switch (view.machine) {
    case 'room':
      return <RoomFacts view={view} />;
    case 'user-session':
    case 'c2s-stream':
    case 'client-session':
      return <SessionFacts view={view} />;
    case 'cluster-dialler':
    case 'cluster-acceptor':
    case 'component-dialler':
    case 'component-acceptor':
    case 'ext-comp-dialler':
    case 'ext-comp-acceptor':
      return <DialFacts view={view} />;
    case 'occupant':
      return (
        <Section title={t('ui.inspector.room')}>
          <PickList
            label={t('ui.inspector.room')}
            picks={[
              {
                key: 'room',
                text: roomOf(view.instance),
                goTo: { kind: 'machine', instance: roomOf(view.instance) },
              },
            ]}
          />
        </Section>
      );
    default:
      return null;
  }
}
