import { useState, type ChangeEvent } from 'react';
import { newTopology } from '#core/shared/config/new-topology/new-topology.js';
import {
  MOST_PROCESSES,
  wishProblems,
  type TopologyWish,
  type WishProblem,
} from '#core/shared/config/new-topology/wish.js';
import { chance } from '#renderer/files/chance.js';
import { useFeed } from '#renderer/store/feed-context.js';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { TextField } from '#renderer/ui/Field.tsx';
import { showStart } from '#renderer/ui/screen.js';
import { useText } from '#renderer/ui/use-text.js';
import styles from './NewTopologyDialog.module.css';

/** What stands in the fields. */
interface Answers {
  servers: string;
  mucs: string;
  domain: string;
  hostNames: string;
  clusterSecret: string;
  componentSecret: string;
}

const FIRST: Answers = {
  servers: '2',
  mucs: '2',
  domain: 'chat.example',
  hostNames: '',
  clusterSecret: '',
  componentSecret: '',
};

/** Asks what a new topology is to be, writes its files, and runs them. */
export function NewTopologyDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const feed = useFeed();
  const [answers, setAnswers] = useState(FIRST);
  const wish = wishOf(answers);
  const problems = wishProblems(wish);
  const about = (field: keyof Answers): string | undefined => {
    const problem = problems.find((one) => one.field === field);
    if (!problem) return undefined;
    return answers[field].trim() === '' ? t('ui.files.new.empty') : sentence(t, problem);
  };
  const field = (name: keyof Answers, label: string, hint?: string) => ({
    label,
    value: answers[name],
    hint: about(name) ?? hint,
    'aria-invalid': about(name) !== undefined,
    onChange: (event: ChangeEvent<HTMLInputElement>) =>
      setAnswers({ ...answers, [name]: event.target.value }),
  });
  const create = async (): Promise<void> => {
    if (problems.length > 0) return;
    const files = newTopology(wish, chance);
    if (!(await feed.open({ files, name: wish.domain }))) return;
    showStart(false);
    onClose();
  };
  const { domain } = wish;
  const secretHint = t('ui.files.new.secret.hint');
  return (
    <Dialog
      title={t('ui.files.new.title')}
      about={t('ui.files.new.about')}
      onClose={onClose}
      onSubmit={() => void create()}
      buttons={
        <>
          <Button onClick={onClose}>{t('ui.files.cancel')}</Button>
          <Button tone="primary" type="submit" disabled={problems.length > 0}>
            {t('ui.files.new.go')}
          </Button>
        </>
      }
    >
      <div className={styles.pair}>
        <TextField
          type="number"
          min={1}
          max={MOST_PROCESSES}
          {...field('servers', t('ui.files.new.servers'))}
        />
        <TextField type="number" min={0} max={MOST_PROCESSES} {...field('mucs', t('ui.files.new.mucs'))} />
      </div>
      <TextField {...field('domain', t('ui.files.new.domain'), t('ui.files.new.domain.hint', { domain }))} />
      <TextField
        {...field('hostNames', t('ui.files.new.host-names'), t('ui.files.new.host-names.hint', { domain }))}
      />
      <div className={styles.pair}>
        <TextField {...field('clusterSecret', t('ui.files.new.cluster-secret'), secretHint)} />
        <TextField {...field('componentSecret', t('ui.files.new.component-secret'), secretHint)} />
      </div>
    </Dialog>
  );
}

function wishOf({ servers, mucs, domain, hostNames, clusterSecret, componentSecret }: Answers): TopologyWish {
  const names = hostNames.split(/[\s,]+/).filter(Boolean);
  return {
    servers: Number(servers || Number.NaN),
    mucs: Number(mucs || Number.NaN),
    domain: domain.trim(),
    ...(names.length > 0 ? { hostNames: names } : {}),
    ...(clusterSecret === '' ? {} : { clusterSecret }),
    ...(componentSecret === '' ? {} : { componentSecret }),
  };
}

function sentence(t: ReturnType<typeof useText>, { reason, given }: WishProblem): string {
  return t(`new-topology.${reason}`, { given, most: MOST_PROCESSES });
}
