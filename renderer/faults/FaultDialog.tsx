import { Zap } from 'lucide-react';
import { useState } from 'react';
import type { FaultKindView } from '#core/shared/faults/fault-kind-view.js';
import { renderText } from '#core/shared/text/render.js';
import { useFeed } from '../store/feed-context.js';
import { labStore } from '../store/lab-store.js';
import { Button } from '../ui/Button.js';
import { Dialog } from '../ui/Dialog.js';
import { usePreferences } from '../ui/preferences.js';
import { useText } from '../ui/use-text.js';
import styles from './FaultDialog.module.css';
import { emptyDraft, problemOf, requestOf, type DraftProblem, type FaultDraft } from './fault-draft.js';
import { FaultIcon } from './FaultIcon.js';
import type { FaultPlace } from './fault-place.js';
import { kindName, kindWhy, optionName, type Say } from './fault-words.js';
import { FramesFields } from './FramesFields.js';
import { OptionFields } from './OptionFields.js';
import { defaultTarget } from './quick-faults.js';
import { closeFaultForm, useShelf } from './shelf-store.js';
import { StageFields } from './StageFields.js';
import { TargetFields } from './TargetFields.js';
import { TimingFields } from './TimingFields.js';

/** The form of a fault, made from what the host says of its kind. */
export function FaultDialog() {
  const form = useShelf((state) => state.form);
  const kind = useShelf((state) => state.kinds.find(({ kind }) => kind === state.form?.kind));
  if (!form || !kind) return null;
  return <Form key={kind.kind} kind={kind} place={form.place} />;
}

function Form({ kind, place }: { kind: FaultKindView; place: FaultPlace }) {
  const text = useText();
  const { language } = usePreferences();
  const feed = useFeed();
  const [draft, setDraft] = useState(() => emptyDraft(kind, defaultTarget(place, kind.on, kind.once) ?? ''));
  const [said, setSaid] = useState('');
  const change = (part: Partial<FaultDraft>): void => {
    setDraft((now) => ({ ...now, ...part }));
    setSaid('');
  };
  const apply = async (): Promise<void> => {
    const problem = problemOf(kind, draft);
    if (problem) return setSaid(problemText(problem, text));
    if (await feed.act('fault.apply', requestOf(kind, draft))) return closeFaultForm();
    const refusal = labStore.getState().problem;
    setSaid(renderText(language, refusal?.code ?? 'host.internal', refusal?.params));
  };
  const fields = { kind, draft, change };
  return (
    <Dialog
      title={
        <>
          <FaultIcon kind={kind.kind} group={kind.group} /> {titleOf(kind, place, text)}
        </>
      }
      about={kindWhy(kind.kind, text)}
      status={{ text: said, wrong: true }}
      onClose={closeFaultForm}
      onSubmit={() => void apply()}
      focusBack={false}
      buttons={
        <>
          <Button onClick={closeFaultForm}>{text('ui.faults.cancel')}</Button>
          <Button type="submit" tone="primary" icon={<Zap aria-hidden />}>
            {text('ui.faults.apply')}
          </Button>
        </>
      }
    >
      <TargetFields {...fields} place={place} />
      <OptionFields {...fields} />
      <details className={styles.more}>
        <summary>{text('ui.faults.more')}</summary>
        <TimingFields {...fields} />
        {kind.on === 'route' && <FramesFields {...fields} />}
        <StageFields {...fields} />
      </details>
    </Dialog>
  );
}

function titleOf(kind: FaultKindView, place: FaultPlace, text: Say): string {
  const fault = kindName(kind.kind, text);
  // The form names the groups itself.
  return kind.on === 'nodes' ? fault : text('ui.faults.form', { fault, place: place.title });
}

const FIELDS = {
  target: 'ui.faults.target',
  chance: 'ui.faults.chance',
  duration: 'ui.faults.duration',
  after: 'ui.faults.after',
  every: 'ui.faults.every',
  times: 'ui.faults.times',
  skip: 'ui.faults.frames.skip',
  count: 'ui.faults.frames.count',
  nth: 'ui.faults.stage.nth',
  state: 'ui.faults.stage.entered',
  name: 'ui.faults.stage.pattern',
} as const;

function problemText(problem: DraftProblem, text: Say): string {
  const known = Object.hasOwn(FIELDS, problem.field);
  const field = known ? text(FIELDS[problem.field as keyof typeof FIELDS]) : optionName(problem.field, text);
  if (problem.code === 'number')
    return text('ui.faults.problem.number', { field, min: problem.min, max: problem.max });
  return text(`ui.faults.problem.${problem.code}`, { field });
}
