/**
 * The internal commands by which `c2s` and `sess-man` speak of a stream (§3.4 step 1, §7.1). A class of its own, so that
 * no stanza of a client can pass for one.
 */
import type { NodeContext } from '#core/component/node-context.js';
import { Packet, type Priority } from '#core/component/packet.js';
import { NS_COMMANDS } from '#core/shared/xmpp/namespaces.js';
import { element, type Element } from '#core/xml/element.js';

export type StreamCommandName = 'STREAM_OPENED' | 'GETFEATURES' | 'STREAM_CLOSED' | 'USER_LOGIN' | 'CLOSE';

export interface CommandParts {
  command: StreamCommandName;
  type: 'get' | 'set' | 'result';
  from: string;
  to: string;
  /** Fields of the command's form. */
  fields?: Readonly<Record<string, string>>;
  /** Elements it carries: stream features. */
  payload?: readonly Element[];
}

export class StreamCommand extends Packet {
  readonly command: StreamCommandName;
  readonly fields: Readonly<Record<string, string>>;
  readonly payload: readonly Element[];

  constructor(context: Pick<NodeContext, 'nextPacket'>, parts: CommandParts) {
    super(context, commandElement(parts), parts.from, parts.to);
    this.command = parts.command;
    this.fields = parts.fields ?? {};
    this.payload = parts.payload ?? [];
  }

  /** §4.4. */
  override get priority(): Priority {
    return this.command === 'GETFEATURES' ? 'HIGH' : 'SYSTEM';
  }

  override get summary(): string {
    return `command ${this.command} ${this.type ?? ''}`.trimEnd();
  }
}

function commandElement({ command, type, from, to, fields = {} }: CommandParts): Element {
  const values = Object.entries(fields).map(([name, value]) =>
    element('field', { var: name }, element('value', {}, value)),
  );
  return element(
    'iq',
    { type, from, to },
    element('command', { xmlns: NS_COMMANDS, node: command }, ...values),
  );
}
