import { Trash2 } from 'lucide-react';
import { useFeed } from '#renderer/store/feed-context.js';
import { select } from '#renderer/store/lab-store.js';
import { Button } from '#renderer/ui/Button.tsx';
import { useText } from '#renderer/ui/use-text.js';
import styles from './FilterBox.module.css';
import { removeBookmark, setBookmark, type BookmarkView } from './bookmark-store.js';

/** Bookmarks by event: to go there, to name them, to take them away. */
export function Bookmarks({ bookmarks }: { bookmarks: readonly BookmarkView[] }) {
  const text = useText();
  const feed = useFeed();
  if (bookmarks.length === 0) return <p className={styles.note}>{text('ui.filter.bookmarks.none')}</p>;
  return (
    <ul className={styles.bookmarks} aria-label={text('ui.filter.bookmarks')}>
      {bookmarks.map(({ seq, title }) => (
        <li key={seq}>
          <Button onClick={() => select({ kind: 'event', seq })}>
            {text('ui.filter.bookmark.go', { seq })}
          </Button>
          <input
            aria-label={text('ui.filter.bookmark.title', { seq })}
            placeholder={text('ui.filter.bookmark.untitled')}
            defaultValue={title}
            maxLength={200}
            onBlur={({ target }) => {
              if (target.value !== title) void setBookmark(feed, seq, target.value);
            }}
            onKeyDown={(press) => press.key === 'Enter' && press.currentTarget.blur()}
          />
          <Button
            tone="quiet"
            icon={<Trash2 />}
            label={text('ui.filter.bookmark.remove', { seq })}
            onClick={() => void removeBookmark(feed, seq)}
          />
        </li>
      ))}
    </ul>
  );
}
