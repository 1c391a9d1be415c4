import { ArrowLeftRight, ChevronDown, ChevronUp, X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useState } from 'react';
import type { LinkView } from '#core/shared/api/results.js';
import type { MachineView } from '#core/shared/trace/machine-fold.js';
import { useMismatch } from '#renderer/flow/belief-store.js';
import { MachineChart } from '#renderer/flow/MachineChart.tsx';
import { Callout } from '#renderer/panels/inspector/Callout.tsx';
import { StateBadge } from '#renderer/panels/inspector/StateBadge.tsx';
import type { LinkShown } from '#renderer/panels/inspector/use-link.js';
import { useLogQuery } from '#renderer/panels/inspector/use-log-query.js';
import { formatTime } from '#renderer/panels/run-controls/format-time.js';
import { log } from '#renderer/store/lab-store.js';
import { useLab } from '#renderer/store/use-lab.js';
import { Button } from '#renderer/ui/Button.tsx';
import { useText } from '#renderer/ui/use-text.js';
import { momentsOf, stateAt, wireOf } from './wire-rows.js';
import { WireDrawing } from './WireDrawing.js';
import styles from './TwoEnds.module.css';

/** Both machines of a link, and the frames between them on one clock. */
export function TwoEndsDialog({ shown }: { shown: LinkShown }) {
  const t = useText();
  const { link } = shown;
  if (!link) return null;
  return (
    <Dialog.Root>
      <Dialog.Trigger asChild>
        <Button icon={<ArrowLeftRight aria-hidden />}>{t('ui.two-ends.open')}</Button>
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className={styles.overlay} />
        <Dialog.Content className={styles.dialog} aria-describedby={undefined}>
          <header className={styles.head}>
            <Dialog.Title className={styles.title}>{t('ui.two-ends.title', { link: link.id })}</Dialog.Title>
            <Dialog.Close asChild>
              <Button tone="quiet" label={t('ui.inspector.close')} icon={<X aria-hidden />} />
            </Dialog.Close>
          </header>
          <Ends link={link} dialler={shown.dialler} acceptor={shown.acceptor} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

interface EndsProps {
  link: LinkView;
  dialler: MachineView | undefined;
  acceptor: MachineView | undefined;
}

function Ends({ link, dialler, acceptor }: EndsProps) {
  const t = useText();
  const past = useLab((state) => state.past?.seq);
  const [picked, setPicked] = useState<number>();
  const mismatch = useMismatch(link.id);
  // Of a machine that has ended, only the mismatch still knows the name; its transitions stay on the clock.
  const accepted = [mismatch?.believer, mismatch?.other].find((end) => end?.instance !== mismatch?.dialler);
  const ends = {
    dialler: dialler?.instance ?? mismatch?.dialler,
    acceptor: acceptor?.instance ?? accepted?.instance,
  };
  const at = picked ?? past;
  const wire = useLogQuery(`${link.id} ${ends.dialler} ${ends.acceptor} ${past}`, (events) =>
    wireOf(past === undefined ? events : events.filter(({ seq }) => seq <= past), link.id, ends),
  );
  const moments = momentsOf(wire);
  const found = picked === undefined ? -1 : moments.indexOf(picked);
  const place = found < 0 ? moments.length : found;
  const go = (to: number): void => setPicked(moments[to]);
  return (
    <>
      <Belief link={link.id} />
      <div className={styles.then}>
        <Button
          tone="quiet"
          label={t('ui.two-ends.earlier')}
          icon={<ChevronUp aria-hidden />}
          disabled={place === 0 || moments.length === 0}
          onClick={() => go(place - 1)}
        />
        <Button
          tone="quiet"
          label={t('ui.two-ends.later')}
          icon={<ChevronDown aria-hidden />}
          disabled={picked === undefined}
          onClick={() => go(place + 1)}
        />
        <span role="status">
          {picked === undefined ? t('ui.two-ends.is-now') : t('ui.two-ends.then', { seq: picked })}
        </span>
        {picked === undefined ? null : (
          <Button onClick={() => setPicked(undefined)}>{t('ui.two-ends.now')}</Button>
        )}
      </div>
      <div className={styles.columns}>
        <End name={link.dialler.node} machine={dialler} at={at} />
        <div className={styles.middle} tabIndex={0} role="group" aria-label={t('ui.two-ends.wire')}>
          <WireDrawing wire={wire} label={t('ui.two-ends.wire')} picked={picked} onPick={setPicked} />
        </div>
        <End name={link.acceptor.node} machine={acceptor} at={at} />
      </div>
    </>
  );
}

function End({
  name,
  machine,
  at,
}: {
  name: string;
  machine: MachineView | undefined;
  at: number | undefined;
}) {
  const t = useText();
  if (!machine)
    return (
      <section className={styles.end} aria-label={name}>
        <h3 className={styles.name}>{name}</h3>
        <p>{t('ui.inspector.end.none')}</p>
      </section>
    );
  const then = at === undefined ? undefined : stateAt(log.all(), machine.instance, at);
  const { state, edge } = then ?? machine;
  return (
    <section className={styles.end} aria-label={name}>
      <h3 className={styles.name}>
        {name} <StateBadge state={state} />
      </h3>
      <MachineChart compact whole machineId={machine.machine} state={state} lastEdge={edge} />
    </section>
  );
}

/** What one end believes and the other does not. */
export function Belief({ link }: { link: string }) {
  const t = useText();
  const mismatch = useMismatch(link);
  if (!mismatch) return null;
  const { believer, other, since } = mismatch;
  return (
    <Callout tone="error">
      {t(`ui.two-ends.mismatch.${other.status === 'gone' ? 'gone' : 'opening'}`, {
        ...{ one: believer.node, state: believer.state, other: other.node || t('ui.canvas.outside') },
        since: formatTime(since),
      })}
    </Callout>
  );
}
