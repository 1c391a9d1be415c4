import { Pause, Play, StepBack, StepForward } from 'lucide-react';
import { useCallback } from 'react';
import { useFeed } from '#renderer/store/feed-context.js';
import { labStore } from '#renderer/store/lab-store.js';
import { useLab } from '#renderer/store/use-lab.js';
import { Button } from '#renderer/ui/Button.tsx';
import { useText } from '#renderer/ui/use-text.js';
import { BreakpointPopover } from './BreakpointPopover.js';
import { LabTime } from './LabTime.js';
import { ModeBadge } from './ModeBadge.js';
import { NoticePopover } from './NoticePopover.js';
import { RunOnMenu } from './RunOnMenu.js';
import { SpeedSelect } from './SpeedSelect.js';
import { StepMenu, type Step } from './StepMenu.js';
import styles from './RunControls.module.css';
import { useRunKeys } from './use-run-keys.js';
import { useRunNotice } from './use-run-notice.js';

/** One row: how the lab runs, and everything that makes it run, stop and step. */
export function RunControls() {
  const text = useText();
  const feed = useFeed();
  const { mode, past } = useLab(({ clock, past }) => ({ mode: clock?.mode, past }));
  const { notice, dismiss, runOn } = useRunNotice();
  const toggle = useCallback(() => {
    const { clock } = labStore.getState();
    if (clock) void (clock.mode === 'paused' ? feed.act('clock.resume', {}) : feed.act('clock.pause', {}));
  }, [feed]);
  const step = useCallback(
    (args: Step) => {
      if (labStore.getState().clock?.mode !== 'paused') return;
      dismiss();
      void feed.act('clock.step', args);
    },
    [feed, dismiss],
  );
  const back = useCallback(() => {
    const { clock, past } = labStore.getState();
    if (clock?.mode !== 'paused' && !past) return;
    dismiss();
    void feed.lookBack.stepBack();
  }, [feed, dismiss]);
  useRunKeys({ toggle, step, back });
  const paused = mode === 'paused';
  const mayGoBack = (paused || past !== undefined) && past?.seq !== 1;
  return (
    <NoticePopover notice={notice} onClose={dismiss}>
      <div className={styles.bar} role="toolbar" aria-label={text('ui.run.toolbar')}>
        <ModeBadge mode={mode ?? 'live'} />
        <Button
          tone={paused ? 'primary' : 'plain'}
          icon={paused ? <Play /> : <Pause />}
          title={text(paused ? 'ui.run.run-hint' : 'ui.run.pause-hint')}
          disabled={!mode}
          onClick={toggle}
        >
          {text(paused ? 'ui.run.run' : 'ui.run.pause')}
        </Button>
        <Button
          icon={<StepBack />}
          label={text('ui.run.back')}
          title={text(mayGoBack ? 'ui.run.back-hint' : 'ui.run.back-paused-only')}
          disabled={!mayGoBack}
          onClick={back}
        />
        <Button
          icon={<StepForward />}
          title={text(paused ? 'ui.run.step-hint' : 'ui.run.step-paused-only')}
          disabled={!paused}
          onClick={() => step({ kind: 'over' })}
        >
          {text('ui.run.step')}
        </Button>
        <StepMenu disabled={!paused} onStep={step} />
        <RunOnMenu
          disabled={!mode || mode === 'ordered'}
          onRun={(args) => void runOn(args)}
          onFast={() => void feed.act('clock.resume', { speed: 'fast' })}
        />
        <SpeedSelect />
        <LabTime />
        <BreakpointPopover />
      </div>
    </NoticePopover>
  );
}
