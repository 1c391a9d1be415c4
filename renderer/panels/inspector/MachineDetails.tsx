import { MachineChart } from '#renderer/flow/MachineChart.tsx';
import { select } from '#renderer/store/lab-store.js';
import { Button } from '#renderer/ui/Button.tsx';
import { useText } from '#renderer/ui/use-text.js';
import { DetailsHeader } from './DetailsHeader.js';
import { shortName } from './instance-name.js';
import { MachineHistory } from './MachineHistory.js';
import { MachineSubject } from './MachineSubject.js';
import { PossibleMoves } from './PossibleMoves.js';
import { Section } from './Section.js';
import { StateBadge } from './StateBadge.js';
import { useMachine } from './use-machine.js';
import { useMachineName } from './use-machine-name.js';

/** A running machine: where it stands, how it came there, what can come next. */
export function MachineDetails({ instance }: { instance: string }) {
  const t = useText();
  const nameOf = useMachineName();
  const { view, ended } = useMachine(instance);
  if (!view) return <DetailsHeader title={instance} subtitle={t('ui.inspector.machine.unknown')} />;
  const { machine, node, state, edge } = view;
  return (
    <>
      <DetailsHeader
        title={nameOf(machine)}
        badge={<StateBadge state={state} />}
        subtitle={[shortName(view), ended ? t('ui.inspector.machine.ended') : ''].filter(Boolean).join(' · ')}
      >
        <Button onClick={() => select({ kind: 'node', node })}>{node}</Button>
      </DetailsHeader>
      <MachineSubject view={view} />
      <Section title={t('ui.inspector.chart')}>
        <MachineChart compact machineId={machine} state={state} lastEdge={edge} />
      </Section>
      {ended ? null : <PossibleMoves machineId={machine} state={state} />}
      <MachineHistory instance={instance} />
    </>
  );
}
