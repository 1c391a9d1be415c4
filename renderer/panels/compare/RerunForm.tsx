import { useState, type FormEvent } from 'react';
import { QUIRKS } from '#core/shared/quirks.js';
import { useFeed } from '#renderer/store/feed-context.js';
import { Button } from '#renderer/ui/Button.tsx';
import { useText } from '#renderer/ui/use-text.js';
import styles from './BranchesPanel.module.css';
import { nameOf, type TreeBranch } from './use-branches.js';

/** The same commands at the same times, under another profile, seed or quirk. */
export function RerunForm({ branch, onDone }: { branch: TreeBranch; onDone: () => void }) {
  const text = useText();
  const feed = useFeed();
  const [profile, setProfile] = useState(branch.profile);
  const [seed, setSeed] = useState(String(branch.seed));
  const [quirk, setQuirk] = useState('');
  const [on, setOn] = useState(false);
  const [busy, setBusy] = useState(false);
  const run = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    const number = Number.parseInt(seed, 10);
    const title = [
      nameOf(branch),
      profile === branch.profile ? '' : profile,
      quirk && text(on ? 'ui.compare.quirk-on' : 'ui.compare.quirk-off', { quirk }),
      number === branch.seed ? '' : text('ui.compare.seed', { seed: number }),
    ];
    await feed.act('branch.rerun', {
      branch: branch.id,
      profile,
      seed: Number.isNaN(number) ? branch.seed : number,
      quirks: quirk ? { [quirk]: on } : {},
      title: title.filter(Boolean).join(' · ').slice(0, 200),
    });
    onDone();
  };
  return (
    <form className={styles.again} onSubmit={(event) => void run(event)}>
      <label>
        {text('ui.compare.again.profile')}
        <select
          value={profile}
          onChange={(event) => setProfile(event.target.value === '7.1' ? '7.1' : '5.2')}
        >
          <option>5.2</option>
          <option>7.1</option>
        </select>
      </label>
      <label>
        {text('ui.compare.again.seed')}
        <input type="number" step={1} value={seed} onChange={(event) => setSeed(event.target.value)} />
      </label>
      <label>
        {text('ui.compare.again.quirk')}
        <select value={quirk} onChange={(event) => setQuirk(event.target.value)}>
          <option value="">{text('ui.compare.again.no-quirk')}</option>
          {QUIRKS.map(({ name }) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      {quirk && (
        <label>
          <input type="checkbox" checked={on} onChange={(event) => setOn(event.target.checked)} />
          {text('ui.compare.again.on')}
        </label>
      )}
      <Button type="submit" tone="primary" disabled={busy}>
        {text(busy ? 'ui.compare.busy' : 'ui.compare.again.go')}
      </Button>
    </form>
  );
}
