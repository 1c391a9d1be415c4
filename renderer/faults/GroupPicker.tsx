import { useState } from 'react';
import { useLab } from '../store/use-lab.js';
import { useText } from '../ui/use-text.js';
import styles from './GroupPicker.module.css';

const GROUPS = ['A', 'B', 'C'] as const;
/** In no group: the pattern leaves it alone. */
const NONE = '';

/** Puts each process into a group, by clicking or with the arrow keys. */
export function GroupPicker({ onTarget }: { onTarget: (target: string) => void }) {
  const text = useText();
  const nodes = useLab((state) => state.nodes.map(({ name }) => name));
  const [groups, setGroups] = useState<Readonly<Record<string, string>>>({});
  const put = (node: string, group: string): void => {
    const next = { ...groups, [node]: group };
    setGroups(next);
    onTarget(targetOf(nodes, next));
  };
  return (
    <fieldset className={styles.picker}>
      <legend>{text('ui.faults.groups')}</legend>
      <p className={styles.about}>{text('ui.faults.groups.about')}</p>
      <div>
        {nodes.map((node) => (
          <div key={node} className={styles.row} role="radiogroup" aria-label={node}>
            <span className={styles.node}>{node}</span>
            {[...GROUPS, NONE].map((group) => (
              <label key={group} className={styles.choice} data-group={group}>
                <input
                  type="radio"
                  name={`group-${node}`}
                  checked={(groups[node] ?? NONE) === group}
                  onChange={() => put(node, group)}
                />
                {group === NONE ? text('ui.faults.groups.none') : group}
              </label>
            ))}
          </div>
        ))}
      </div>
    </fieldset>
  );
}

/** `server1,muc1|server2` */
function targetOf(nodes: readonly string[], groups: Readonly<Record<string, string>>): string {
  return GROUPS.map((group) => nodes.filter((node) => groups[node] === group).join(','))
    .filter((group) => group !== '')
    .join('|');
}
