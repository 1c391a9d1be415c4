import { ChevronDown, Play, RotateCw, Skull, Square, type LucideIcon } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { TextKey } from '#core/shared/text/en.js';
import { useFeed } from '../store/feed-context.js';
import { Button } from '../ui/Button.js';
import { useText } from '../ui/use-text.js';
import styles from './ProcessActions.module.css';

type Command = 'node.start' | 'node.stop' | 'node.crash' | 'node.restart';

interface Action {
  command: Command;
  icon: LucideIcon;
  text: TextKey;
  /** Whether it makes sense for a process that runs, or for one that does not. */
  running: boolean;
}

const ACTIONS: readonly Action[] = [
  { command: 'node.start', icon: Play, text: 'ui.canvas.start', running: false },
  { command: 'node.restart', icon: RotateCw, text: 'ui.canvas.restart', running: true },
  { command: 'node.stop', icon: Square, text: 'ui.canvas.stop', running: true },
  { command: 'node.crash', icon: Skull, text: 'ui.canvas.crash', running: true },
];

/** What can be done to a process. */
export function ProcessActions({ node, state }: { node: string; state: string }) {
  const text = useText();
  const feed = useFeed();
  const runs = state !== 'down' && state !== 'crashed';
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <Button tone="quiet" label={text('ui.canvas.actions.of', { node })} className={styles.trigger}>
          {text('ui.canvas.actions')}
          <ChevronDown aria-hidden />
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={styles.menu} align="end" sideOffset={4} collisionPadding={8}>
          {ACTIONS.map(({ command, icon: Icon, text: key, running }) => (
            <DropdownMenu.Item
              key={command}
              className={styles.item}
              disabled={running !== runs}
              onSelect={() => void feed.act(command, { node })}
            >
              <Icon aria-hidden />
              {text(key)}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
