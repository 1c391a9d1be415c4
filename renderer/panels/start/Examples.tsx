import { useEffect, useState } from 'react';
import { Play } from 'lucide-react';
import type { CommandResult } from '#core/shared/api/results.js';
import type { TextKey } from '#core/shared/text/en.js';
import { useFeed } from '#renderer/store/feed-context.js';
import { Button } from '#renderer/ui/Button.tsx';
import { useText } from '#renderer/ui/use-text.js';
import { RefusalNote } from './RefusalNote.js';
import type { OpenTopology } from './use-open-topology.js';
import styles from './StartScreen.module.css';

type Example = CommandResult<'examples.list'>['examples'][number];

/** Title and sentence of the examples that we know, in this order; others come last, with what the host says of them. */
const KNOWN: Readonly<Record<string, { title: TextKey; about: TextKey }>> = {
  seed: { title: 'ui.start.example.seed', about: 'ui.start.example.seed.about' },
  'seed-standard-muc': { title: 'ui.start.example.standard', about: 'ui.start.example.standard.about' },
  'cm-sm-separation': { title: 'ui.start.example.split', about: 'ui.start.example.split.about' },
  'one-def-process': { title: 'ui.start.example.whole', about: 'ui.start.example.whole.about' },
};
const NAMES = Object.keys(KNOWN);

function rankOf({ name }: Example): number {
  const at = NAMES.indexOf(name);
  return at < 0 ? NAMES.length : at;
}

/** One click: an example that runs. */
export function Examples({ opener }: { opener: OpenTopology }) {
  const t = useText();
  const feed = useFeed();
  const [examples, setExamples] = useState<Example[]>([]);
  useEffect(() => {
    feed.host.call('examples.list', {}).then(
      (answer) => setExamples(answer.examples.toSorted((a, b) => rankOf(a) - rankOf(b))),
      () => undefined,
    );
  }, [feed]);
  if (examples.length === 0) return null;
  return (
    <section aria-label={t('ui.start.examples')}>
      <h2 className={styles.heading}>{t('ui.start.examples')}</h2>
      <ul className={styles.cards}>
        {examples.map((example) => (
          <ExampleCard
            key={example.name}
            example={example}
            disabled={opener.busy !== undefined}
            onRun={() => void opener.open('examples', { path: example.path })}
          />
        ))}
      </ul>
      <RefusalNote place="examples" refusal={opener.refusal} />
    </section>
  );
}

interface CardProps {
  example: Example;
  disabled: boolean;
  onRun: () => void;
}

function ExampleCard({ example: { name, title, files }, disabled, onRun }: CardProps) {
  const t = useText();
  const known = KNOWN[name];
  const shown = known ? t(known.title) : title;
  return (
    <li className={styles.card}>
      <h3>{shown}</h3>
      {known ? <p>{t(known.about)}</p> : null}
      <p className={styles.files}>{files.map((file) => file.replace(/\.properties$/, '')).join(' · ')}</p>
      <Button
        tone="primary"
        icon={<Play aria-hidden />}
        disabled={disabled}
        label={t('ui.start.run-named', { name: shown })}
        onClick={onRun}
      >
        {t('ui.start.run')}
      </Button>
    </li>
  );
}
