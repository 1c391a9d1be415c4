import { Check, Pencil, RotateCcw, SquarePlay, Trash2 } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { useFeed } from '#renderer/store/feed-context.js';
import { Button } from '#renderer/ui/Button.tsx';
import { useText } from '#renderer/ui/use-text.js';
import styles from './BranchesPanel.module.css';
import { RerunForm } from './RerunForm.js';
import { nameOf, type TreeBranch } from './use-branches.js';

interface Props {
  branch: TreeBranch;
  branches: readonly TreeBranch[];
  onChanged: () => void;
}

/** A run: where it comes from, what it was run with, and what can be done with it. */
export function BranchRow({ branch, branches, onChanged }: Props) {
  const text = useText();
  const feed = useFeed();
  const [open, setOpen] = useState<'name' | 'again'>();
  const name = nameOf(branch);
  const toggle = (what: 'name' | 'again'): void => setOpen(open === what ? undefined : what);
  return (
    <li
      className={styles.branch}
      data-current={branch.current || undefined}
      style={{ marginInlineStart: branch.depth * 22 }}
    >
      <div className={styles.line}>
        {open === 'name' ? (
          <NameForm branch={branch} onDone={() => (setOpen(undefined), onChanged())} />
        ) : (
          <strong className={styles.name}>{name}</strong>
        )}
        {branch.current && <span className={styles.badge}>{text('ui.compare.current')}</span>}
        <Facts branch={branch} parent={branches.find(({ id }) => id === branch.parent)} />
        <span className={styles.actions}>
          {!branch.current && (
            <Button
              tone="quiet"
              icon={<SquarePlay aria-hidden />}
              label={text('ui.compare.switch', { branch: name })}
              onClick={() => void feed.act('branch.switch', { branch: branch.id })}
            />
          )}
          <Button
            tone="quiet"
            icon={<RotateCcw aria-hidden />}
            label={text('ui.compare.again.branch', { branch: name })}
            aria-expanded={open === 'again'}
            onClick={() => toggle('again')}
          />
          <Button
            tone="quiet"
            icon={<Pencil aria-hidden />}
            label={text('ui.compare.rename', { branch: name })}
            onClick={() => toggle('name')}
          />
          <Button
            tone="quiet"
            icon={<Trash2 aria-hidden />}
            label={text('ui.compare.remove', { branch: name })}
            disabled={branch.current || branch.isParent}
            onClick={() => void feed.act('branch.remove', { branch: branch.id }).then(onChanged)}
          />
        </span>
      </div>
      {open === 'again' && <RerunForm branch={branch} onDone={() => setOpen(undefined)} />}
    </li>
  );
}

function Facts({ branch, parent }: { branch: TreeBranch; parent: TreeBranch | undefined }) {
  const text = useText();
  const { origin, forkSeq, profile, seed, quirks, events, leftOut, differsAt } = branch;
  const facts = [
    text(`ui.compare.origin.${origin}`, { parent: nameOf(parent), seq: forkSeq }),
    profile,
    text('ui.compare.seed', { seed }),
    ...Object.entries(quirks).map(([quirk, on]) =>
      text(on ? 'ui.compare.quirk-on' : 'ui.compare.quirk-off', { quirk }),
    ),
    text('ui.compare.events', { count: events }),
    leftOut > 0 ? text('ui.compare.left-out', { count: leftOut }) : '',
    differsAt === undefined ? '' : text('ui.compare.differs-at', { seq: differsAt }),
  ];
  return <span className={styles.facts}>{facts.filter(Boolean).join(' · ')}</span>;
}

function NameForm({ branch, onDone }: { branch: TreeBranch; onDone: () => void }) {
  const text = useText();
  const feed = useFeed();
  const [title, setTitle] = useState(branch.title);
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    await feed.act('branch.rename', { branch: branch.id, title });
    onDone();
  };
  return (
    <form className={styles.rename} onSubmit={(event) => void save(event)}>
      <input
        autoFocus
        maxLength={200}
        value={title}
        aria-label={text('ui.compare.name', { branch: branch.id })}
        onChange={(event) => setTitle(event.target.value)}
      />
      <Button
        type="submit"
        tone="quiet"
        icon={<Check aria-hidden />}
        label={text('ui.compare.rename.save')}
      />
    </form>
  );
}
