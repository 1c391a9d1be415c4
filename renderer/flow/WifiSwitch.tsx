import { Wifi, WifiOff } from 'lucide-react';
import { Switch } from 'radix-ui';
import { useFeed } from '../store/feed-context.js';
import { labStore } from '../store/lab-store.js';
import { useText } from '../ui/use-text.js';
import styles from './WifiSwitch.module.css';

/** Takes a node's network interface away, and gives it back. */
export function WifiSwitch({ node, on }: { node: string; on: boolean }) {
  const text = useText();
  const feed = useFeed();
  const Icon = on ? Wifi : WifiOff;
  const change = (wanted: boolean): void => {
    const fault = labStore
      .getState()
      .faults.find(({ kind, target }) => kind === 'wifi-off' && target === node);
    if (!wanted) void feed.act('fault.apply', { kind: 'wifi-off', target: node });
    else if (fault) void feed.act('fault.heal', { fault: fault.id });
  };
  return (
    <label className={styles.wifi} data-on={on}>
      <Switch.Root
        className={styles.switch}
        checked={on}
        onCheckedChange={change}
        aria-label={text('ui.canvas.wifi.of', { node })}
      >
        <Switch.Thumb className={styles.thumb} />
      </Switch.Root>
      <Icon aria-hidden />
      <span>{text(on ? 'ui.canvas.wifi.on' : 'ui.canvas.wifi.off')}</span>
    </label>
  );
}
