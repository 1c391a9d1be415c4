import { Switch } from 'radix-ui';
import { useCallback, useEffect, useState } from 'react';
import type { CommandResult } from '#core/shared/api/results.js';
import type { TextKey } from '#core/shared/text/en.js';
import { hasText } from '#core/shared/text/render.js';
import { useFeed } from '#renderer/store/feed-context.js';
import { useLab } from '#renderer/store/use-lab.js';
import { useText } from '#renderer/ui/use-text.js';
import styles from './QuirksPanel.module.css';

type QuirkList = CommandResult<'quirk.list'>;

/** Every known oddity: what it does, where it was seen, whether it is on; each can be switched while the lab runs. */
export function QuirksPanel() {
  const text = useText();
  const feed = useFeed();
  const plan = useLab((state) => state.plan);
  const [shown, setShown] = useState<QuirkList>();
  const list = useCallback(async () => {
    const answer = await feed.host.call('quirk.list', {}).catch(() => undefined);
    if (answer) setShown(answer);
  }, [feed]);
  useEffect(() => void list(), [list, plan]);
  const change = async (quirk: string, on: boolean): Promise<void> => {
    await feed.act('quirk.set', { quirk, on });
    await list();
  };
  if (!shown) return null;
  const { profile, quirks } = shown;
  return (
    <div className={styles.panel}>
      <p className={styles.about}>{text('ui.quirks.about', { profile })}</p>
      <ul className={styles.list}>
        {quirks.map((quirk) => (
          <QuirkItem
            key={quirk.name}
            quirk={quirk}
            profile={profile}
            onSwitch={(on) => void change(quirk.name, on)}
          />
        ))}
      </ul>
    </div>
  );
}

interface Props {
  quirk: QuirkList['quirks'][number];
  profile: string;
  onSwitch: (on: boolean) => void;
}

function QuirkItem({ quirk: { name, on, usual, source }, profile, onSwitch }: Props) {
  const text = useText();
  const key = `quirk.${name}`;
  const sourceKey = `${key}.source`;
  const seen = hasText(sourceKey) ? text(sourceKey as TextKey) : source;
  const switched = on !== usual;
  return (
    <li data-on={on}>
      <Switch.Root className={styles.switch} checked={on} onCheckedChange={onSwitch} aria-label={name}>
        <Switch.Thumb className={styles.thumb} />
      </Switch.Root>
      <div>
        <p className={styles.name}>
          <code>{name}</code>
          <span data-switched={switched}>
            {text(switched ? 'ui.quirks.switched' : 'ui.quirks.by-profile', { profile })}
          </span>
        </p>
        {hasText(key) && <p>{text(key as TextKey)}</p>}
        <p className={styles.source}>{text('ui.quirks.source', { source: seen })}</p>
      </div>
    </li>
  );
}
