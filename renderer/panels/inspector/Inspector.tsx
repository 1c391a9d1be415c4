import { useEffect } from 'react';
import { ArrowLeft, List } from 'lucide-react';
import { select, type Selection } from '#renderer/store/lab-store.js';
import { useLab } from '#renderer/store/use-lab.js';
import { Button } from '#renderer/ui/Button.tsx';
import { useText } from '#renderer/ui/use-text.js';
import { followDials } from './dials.js';
import { EventDetails } from './EventDetails.js';
import { LinkDetails } from './LinkDetails.js';
import { MachineDetails } from './MachineDetails.js';
import { NodeDetails } from './NodeDetails.js';
import { NothingSelected } from './NothingSelected.js';
import { useBack } from './use-back.js';
import styles from './Inspector.module.css';

/** Shows what is selected; nothing selected: what there is to select. */
export function Inspector() {
  const t = useText();
  const selection = useLab((state) => state.selection);
  const back = useBack();
  useEffect(followDials, []);
  if (!selection) return <NothingSelected />;
  return (
    <div className={styles.inspector}>
      <nav className={styles.path} aria-label={t('ui.inspector.way')}>
        <Button
          tone="quiet"
          label={t('ui.inspector.back')}
          icon={<ArrowLeft aria-hidden />}
          disabled={!back}
          onClick={() => back?.()}
        />
        <span className={styles.kind}>{t(`ui.inspector.kind.${kindOf(selection)}`)}</span>
        <Button
          tone="quiet"
          label={t('ui.inspector.lists')}
          icon={<List aria-hidden />}
          onClick={() => select(undefined)}
        />
      </nav>
      <div className={styles.body}>
        <Details selection={selection} />
      </div>
    </div>
  );
}

/** Cards of the map that are no process have a name with a colon: `client:alice`. */
function kindOf(selection: NonNullable<Selection>): NonNullable<Selection>['kind'] | 'other' {
  return selection.kind === 'node' && selection.node.includes(':') ? 'other' : selection.kind;
}

/** `key`s, so that scrolling and what was typed do not carry over from one thing to the next. */
function Details({ selection }: { selection: NonNullable<Selection> }) {
  switch (selection.kind) {
    case 'node':
      return <NodeDetails key={selection.node} node={selection.node} />;
    case 'link':
      return <LinkDetails key={selection.link} link={selection.link} />;
    case 'machine':
      return <MachineDetails key={selection.instance} instance={selection.instance} />;
    case 'event':
      return <EventDetails key={selection.seq} seq={selection.seq} />;
  }
}
