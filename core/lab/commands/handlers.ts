import type { CommandArgs, CommandName } from '#core/shared/api/commands.js';
import type { CommandResult } from '#core/shared/api/results.js';

/** One function a command; arguments have been checked by their schema. */
export type Handlers = {
  [Name in CommandName]: (args: CommandArgs<Name>) => CommandResult<Name> | Promise<CommandResult<Name>>;
};

/** The commands of one area: those whose name begins with it. */
export type Area<Prefix extends string> = Pick<Handlers, Extract<CommandName, `${Prefix}.${string}`>>;
