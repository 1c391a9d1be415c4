import type { MachineView } from '#core/shared/trace/machine-fold.js';
import { useLab } from '#renderer/store/use-lab.js';
import { useText } from '#renderer/ui/use-text.js';
import { shortName } from './instance-name.js';
import { PickList } from './PickList.js';
import { Section } from './Section.js';
import { StateBadge } from './StateBadge.js';
import { useMachineName } from './use-machine-name.js';
import parts from './Parts.module.css';

/** All that runs in a node, by kind of machine. */
export function MachineList({ node }: { node: string }) {
  const t = useText();
  const nameOf = useMachineName();
  const machines = useLab((state) => [...state.machines.values()].filter((machine) => machine.node === node));
  const groups = new Map<string, MachineView[]>();
  for (const view of machines) groups.set(view.machine, [...(groups.get(view.machine) ?? []), view]);
  if (groups.size === 0) return <p className={parts.note}>{t('ui.inspector.machines.none')}</p>;
  return (
    <>
      {[...groups].map(([machine, views]) => (
        <Section key={machine} title={nameOf(machine)} count={views.length}>
          <PickList
            label={nameOf(machine)}
            picks={views.map((view) => ({
              key: view.instance,
              text: shortName(view),
              badge: <StateBadge state={view.state} />,
              goTo: { kind: 'machine', instance: view.instance },
            }))}
          />
        </Section>
      ))}
    </>
  );
}
