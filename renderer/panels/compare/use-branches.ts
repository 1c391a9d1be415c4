import { useCallback, useEffect, useState } from 'react';
import type { BranchView } from '#core/shared/api/branch-view.js';
import { useFeed } from '#renderer/store/feed-context.js';
import { useLab } from '#renderer/store/use-lab.js';

/** A branch in the tree: how many it has left, one from another, to get there. */
export interface TreeBranch extends BranchView {
  depth: number;
  isParent: boolean;
}

/** Real time between two looks at how far the open branch has come, in ms. */
const LOOK_MS = 1000;

/** The runs of the open topology, parents before those that have left them; and a way to ask again at once. */
export function useBranches(): { branches: TreeBranch[]; reload: () => Promise<void> } {
  const feed = useFeed();
  const plan = useLab((state) => state.plan);
  const [branches, setBranches] = useState<BranchView[]>([]);
  const reload = useCallback(async () => {
    const answer = await feed.host.call('branch.list', {}).catch(() => undefined);
    if (answer) setBranches(answer.branches);
  }, [feed]);
  useEffect(() => {
    void reload();
    const stop = feed.host.on('branch.changed', () => void reload());
    const timer = setInterval(() => void reload(), LOOK_MS);
    return () => {
      stop();
      clearInterval(timer);
    };
  }, [feed, plan, reload]);
  return { branches: treeOf(branches), reload };
}

export function treeOf(branches: readonly BranchView[]): TreeBranch[] {
  const below = (parent: string | undefined, depth: number): TreeBranch[] =>
    branches
      .filter((branch) => branch.parent === parent)
      .flatMap((branch) => {
        const children = below(branch.id, depth + 1);
        return [{ ...branch, depth, isParent: children.length > 0 }, ...children];
      });
  return below(undefined, 0);
}

/** What a branch is called: its title, or its id. */
export function nameOf(branch: BranchView | undefined): string {
  return branch ? branch.title || branch.id : '';
}
