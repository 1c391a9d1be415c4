import { useEffect, useState } from 'react';
import type { CommandArgs, CommandName } from '#core/shared/api/commands.js';
import { HostError } from '#core/shared/api/host-error.js';
import type { CommandResult } from '#core/shared/api/results.js';
import { useFeed } from '#renderer/store/feed-context.js';
import { useLab } from '#renderer/store/use-lab.js';

/** Real time between two looks while the lab runs, in ms. */
const LOOK_MS = 1000;

/** What the lab has said to a question; neither: nothing yet. */
export interface Told<Name extends CommandName> {
  answer?: CommandResult<Name>;
  refusal?: HostError;
}

/** As `useTold`, for whom a refusal is as good as no answer. */
export function useAsked<Name extends CommandName>(
  command: Name,
  args: CommandArgs<Name> | undefined,
): CommandResult<Name> | undefined {
  return useTold(command, args).answer;
}

/**
 * What only the lab knows, such as the queues of a process; asked for again as long as somebody looks at it.
 * @param args compared as JSON; undefined asks nothing
 * @param about answers about the same thing stand until the next one comes; default: the whole question
 */
export function useTold<Name extends CommandName>(
  command: Name,
  args: CommandArgs<Name> | undefined,
  about = JSON.stringify(args),
): Told<Name> {
  const { host } = useFeed();
  const question = args === undefined ? undefined : JSON.stringify(args);
  const [told, setTold] = useState<Told<Name> & { about: string }>();
  const live = useLab((state) => state.clock?.mode === 'live');
  // While time stands still, only a new event can have changed anything.
  const seq = useLab((state) => (state.clock?.mode === 'live' ? 0 : state.clock?.seq));
  useEffect(() => {
    if (question === undefined) return;
    let wanted = true;
    const look = (): void => {
      if (document.hidden) return;
      host.call(command, JSON.parse(question) as CommandArgs<Name>).then(
        (answer) => wanted && setTold({ about, answer }),
        // No refusal: the connection was lost, and other panels say so.
        (error: unknown) => wanted && error instanceof HostError && setTold({ about, refusal: error }),
      );
    };
    look();
    const timer = live ? setInterval(look, LOOK_MS) : undefined;
    return () => {
      wanted = false;
      clearInterval(timer);
    };
  }, [host, command, question, about, live, seq]);
  return told?.about === about ? (told ?? {}) : {};
}
