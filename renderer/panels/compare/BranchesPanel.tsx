import { GitCompare, GitFork } from 'lucide-react';
import { useState } from 'react';
import { useFeed } from '#renderer/store/feed-context.js';
import { useLab } from '#renderer/store/use-lab.js';
import { Button } from '#renderer/ui/Button.tsx';
import { useText } from '#renderer/ui/use-text.js';
import { BranchRow } from './BranchRow.js';
import styles from './BranchesPanel.module.css';
import { CompareDialog } from './CompareDialog.js';
import { nameOf, useBranches, type TreeBranch } from './use-branches.js';

/** The runs of this topology as a tree; any two of them can be compared. */
export function BranchesPanel() {
  const text = useText();
  const { branches, reload } = useBranches();
  const [pair, setPair] = useState({ left: '', right: '' });
  const [compared, setCompared] = useState<{ left: TreeBranch; right: TreeBranch }>();
  const left = branches.find(({ id }) => id === pair.left) ?? branches[0];
  const right = branches.find(({ id }) => id === pair.right) ?? branches.at(-1);
  if (branches.length === 0) return <p className={styles.about}>{text('ui.compare.no-lab')}</p>;
  return (
    <div className={styles.panel}>
      <div className={styles.top}>
        <BranchSelect
          label={text('ui.compare.left')}
          value={left}
          branches={branches}
          onChange={(id) => setPair({ ...pair, left: id })}
        />
        <BranchSelect
          label={text('ui.compare.right')}
          value={right}
          branches={branches}
          onChange={(id) => setPair({ ...pair, right: id })}
        />
        <Button
          tone="primary"
          icon={<GitCompare aria-hidden />}
          disabled={!left || !right || left.id === right.id}
          onClick={() => left && right && setCompared({ left, right })}
        >
          {text('ui.compare.go')}
        </Button>
        <ForkHere />
      </div>
      <ul className={styles.tree} aria-label={text('ui.compare.tree')}>
        {branches.map((branch) => (
          <BranchRow key={branch.id} branch={branch} branches={branches} onChanged={() => void reload()} />
        ))}
      </ul>
      <p className={styles.about}>{text('ui.compare.about')}</p>
      {compared && <CompareDialog {...compared} onClose={() => setCompared(undefined)} />}
    </div>
  );
}

interface SelectProps {
  label: string;
  value: TreeBranch | undefined;
  branches: readonly TreeBranch[];
  onChange: (id: string) => void;
}

function BranchSelect({ label, value, branches, onChange }: SelectProps) {
  return (
    <label className={styles.choice}>
      {label}
      <select value={value?.id ?? ''} onChange={(event) => onChange(event.target.value)}>
        {branches.map((branch) => (
          <option key={branch.id} value={branch.id}>
            {nameOf(branch)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** From the event that is selected, or that the window looks back at. */
function ForkHere() {
  const text = useText();
  const feed = useFeed();
  const seq = useLab(({ selection, past }) => (selection?.kind === 'event' ? selection.seq : past?.seq));
  return (
    <Button
      icon={<GitFork aria-hidden />}
      disabled={seq === undefined}
      title={seq === undefined ? text('ui.compare.fork.none') : text('ui.compare.fork')}
      onClick={() => seq !== undefined && void feed.act('branch.fork', { seq })}
    >
      {text('ui.compare.fork')}
    </Button>
  );
}
