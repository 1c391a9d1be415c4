import { useEffect, useState } from 'react';
import type { CommandArgs, CommandName } from '#core/shared/api/commands.js';
import type { CommandResult } from '#core/shared/api/results.js';
import { useFeed } from '#renderer/store/feed-context.js';
import { useLab } from '#renderer/store/use-lab.js';

/** Real time between two looks while the lab runs, in ms. */
const LOOK_MS = 1000;

/**
 * What only the lab knows, such as the queues of a process; asked for again as long as somebody looks at it.
 * @param args compared as JSON; undefined asks nothing
 */
export function useAsked<Name extends CommandName>(
  command: Name,
  args: CommandArgs<Name> | undefined,
): CommandResult<Name> | undefined {
  const { host } = useFeed();
  const question = args === undefined ? undefined : JSON.stringify(args);
  const [told, setTold] = useState<{ question: string; answer: CommandResult<Name> }>();
  const live = useLab((state) => state.clock?.mode === 'live');
  // While time stands still, only a new event can have changed anything.
  const seq = useLab((state) => (state.clock?.mode === 'live' ? 0 : state.clock?.seq));
  useEffect(() => {
    if (question === undefined) return;
    let wanted = true;
    const look = (): void => {
      if (document.hidden) return;
      host.call(command, JSON.parse(question) as CommandArgs<Name>).then(
        (answer) => wanted && setTold({ question, answer }),
        // The topology was closed or the connection lost: other panels say so.
        () => undefined,
      );
    };
    look();
    const timer = live ? setInterval(look, LOOK_MS) : undefined;
    return () => {
      wanted = false;
      clearInterval(timer);
    };
  }, [host, command, question, live, seq]);
  return told?.question === question ? told?.answer : undefined;
}
