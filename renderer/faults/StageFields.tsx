import { useMemo } from 'react';
import { machineById, MACHINES } from '#core/shared/machines/catalog.js';
import { machineGraph } from '#core/shared/machines/machine-graph.js';
import { useLab } from '../store/use-lab.js';
import { SelectField, TextField } from '../ui/Field.js';
import { useText } from '../ui/use-text.js';
import styles from './FaultDialog.module.css';
import type { StageDraft } from './fault-draft.js';
import type { FaultFields } from './fault-fields.js';

/** At once, or armed until a machine or a stanza gets somewhere. */
export function StageFields({ draft, change }: FaultFields) {
  const text = useText();
  const { stage } = draft;
  const set = (part: Partial<StageDraft>): void => change({ stage: { ...stage, ...part } });
  const choices = (['now', 'state', 'frame'] as const).map((value) => ({
    value,
    text: text(`ui.faults.stage.${value}`),
  }));
  return (
    <fieldset className={styles.group}>
      <legend>{text('ui.faults.stage')}</legend>
      <SelectField
        label={text('ui.faults.stage.when')}
        choices={choices}
        value={stage.when}
        onChoose={(when) => set({ when: when as StageDraft['when'] })}
      />
      {stage.when === 'state' && <StateFields stage={stage} set={set} />}
      {stage.when === 'frame' && <FrameStage stage={stage} set={set} />}
      {stage.when !== 'now' && (
        <TextField
          label={text('ui.faults.stage.nth')}
          placeholder="1"
          value={stage.nth}
          onChange={(event) => set({ nth: event.target.value })}
        />
      )}
    </fieldset>
  );
}

interface Part {
  stage: StageDraft;
  set: (part: Partial<StageDraft>) => void;
}

function StateFields({ stage, set }: Part) {
  const text = useText();
  const nodes = useLab((state) => state.nodes.map(({ name }) => name));
  const states = useMemo(() => statesOf(stage.machine), [stage.machine]);
  const blank = { value: '', text: '—' };
  const same = (values: readonly string[]) => values.map((value) => ({ value, text: value }));
  return (
    <div className={styles.pair}>
      <SelectField
        label={text('ui.faults.stage.machine')}
        choices={[blank, ...same(MACHINES.map(({ id }) => id))]}
        value={stage.machine}
        onChoose={(machine) => set({ machine, state: '' })}
      />
      <SelectField
        label={text('ui.faults.stage.entered')}
        choices={[blank, ...same(states)]}
        value={stage.state}
        onChoose={(state) => set({ state })}
      />
      <SelectField
        label={text('ui.faults.stage.node')}
        choices={[{ value: '', text: text('ui.faults.stage.any-node') }, ...same(nodes)]}
        value={stage.node}
        onChoose={(node) => set({ node })}
      />
    </div>
  );
}

function FrameStage({ stage, set }: Part) {
  const text = useText();
  const ats = (['sent', 'delivered'] as const).map((value) => ({
    value,
    text: text(`ui.faults.stage.${value}`),
  }));
  return (
    <div className={styles.pair}>
      <TextField
        label={text('ui.faults.pattern.name')}
        placeholder="handshake"
        value={stage.name}
        onChange={(event) => set({ name: event.target.value })}
      />
      <TextField
        label={text('ui.faults.pattern.contains')}
        value={stage.contains}
        onChange={(event) => set({ contains: event.target.value })}
      />
      <SelectField
        label={text('ui.faults.stage.at')}
        choices={ats}
        value={stage.at}
        onChoose={(at) => set({ at: at as StageDraft['at'] })}
      />
    </div>
  );
}

/** Names as `machine.transition` writes them: `bound.live`. */
function statesOf(machine: string): string[] {
  const found = machineById(machine);
  return found ? machineGraph(found).states.map(({ id }) => id.slice(machine.length + 1)) : [];
}
