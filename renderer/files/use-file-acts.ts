import { useCallback, useState } from 'react';
import type { CommandArgs } from '#core/shared/api/commands.js';
import { HostError } from '#core/shared/api/host-error.js';
import { useFeed } from '#renderer/store/feed-context.js';
import { labStore } from '#renderer/store/lab-store.js';
import type { Draft } from './drafts.js';
import { filesStore } from './files-store.js';
import { refreshFiles } from './refresh-files.js';

/** What saving has to ask first. */
export type SaveQuestion = { ask: 'folder' } | { ask: 'overwrite'; file: string; folder?: string };

export interface FileActs {
  apply: () => Promise<void>;
  save: (how?: { folder?: string; overwrite?: boolean }) => Promise<void>;
  /** Folder that was written last. */
  saved: string | undefined;
  question: SaveQuestion | undefined;
  /** Withdraws the question. */
  forget: () => void;
}

/** Applying and saving what is edited. */
export function useFileActs(): FileActs {
  const feed = useFeed();
  const [saved, setSaved] = useState<string>();
  const [question, setQuestion] = useState<SaveQuestion>();
  const apply = useCallback(async () => {
    const { history } = filesStore.getState();
    // The window hears of it by the trace, as every other one does.
    await feed.act('topology.apply', { files: given(history.present) });
  }, [feed]);
  const save = useCallback(
    async ({ folder, overwrite = false }: { folder?: string; overwrite?: boolean } = {}) => {
      const { history } = filesStore.getState();
      const where = folder === undefined ? {} : { folder };
      try {
        const result = await feed.host.call('topology.save', {
          files: given(history.present),
          overwrite,
          ...where,
        });
        setQuestion(undefined);
        setSaved(result.folder);
        await refreshFiles(feed.host);
      } catch (error) {
        const { code, params } = error instanceof HostError ? error : new HostError('internal');
        const next = questionOf(code, params, folder);
        setQuestion(next);
        if (!next) labStore.setState({ problem: { code: `host.${code}`, params } });
      }
    },
    [feed],
  );
  return { apply, save, saved, question, forget: useCallback(() => setQuestion(undefined), []) };
}

function given(drafts: readonly Draft[]): CommandArgs<'topology.apply'>['files'] {
  return drafts.map(({ name, text, process }) => ({
    name,
    text,
    ...(process === undefined ? {} : { process }),
  }));
}

function questionOf(
  code: string,
  params: Readonly<Record<string, string | number>>,
  folder: string | undefined,
): SaveQuestion | undefined {
  const nowhere = code === 'topology-no-folder' || code === 'topology-is-example';
  // A folder that was named just now is not asked for again: the message says what is wrong with it.
  if (nowhere && folder === undefined) return { ask: 'folder' };
  if (code !== 'topology-changed') return undefined;
  return { ask: 'overwrite', file: String(params['file']), ...(folder === undefined ? {} : { folder }) };
}
