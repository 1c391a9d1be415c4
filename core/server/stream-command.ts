/**
 * The internal commands by which `c2s` and `sess-man` speak of a stream (§3.4 step 1, §7.1). A class of its own, so that
 * no stanza of a client can pass for one: it is made by these two components, or read by `ext-comp` from what the other
 * half of a separated server has vouched for.
 */
import type { NodeContext } from '#core/component/node-context.js';
import { Packet, type Priority } from '#core/component/packet.js';
import { NS_COMMANDS, NS_DATA } from '#core/shared/xmpp/namespaces.js';
import { childElements, childNamed, cloneElement, element, textOf, type Element } from '#core/xml/element.js';

const NAMES = [
  'STREAM_OPENED',
  'GETFEATURES',
  'STREAM_CLOSED',
  'STREAM_CLOSED_UPDATE',
  'USER_LOGIN',
  'CLOSE',
] as const;
export type StreamCommandName = (typeof NAMES)[number];

const TYPES = ['get', 'set', 'result'] as const;

export interface CommandParts {
  command: StreamCommandName;
  type: (typeof TYPES)[number];
  from: string;
  to: string;
  /** That of the request, in an answer; a new one when absent. */
  id?: string;
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
    const sender = parts.from.slice(0, parts.from.indexOf('@'));
    this.element.attrs.id = parts.id ?? `${sender}--${this.number}`;
  }

  /** §4.4. */
  override get priority(): Priority {
    return this.command === 'GETFEATURES' ? 'HIGH' : 'SYSTEM';
  }

  override get summary(): string {
    return `command ${this.command} ${this.type ?? ''}`.trimEnd();
  }
}

/** What an `<iq/>` says that another process has written as such a command; undefined: it is none. */
export function readStreamCommand(el: Element): CommandParts | undefined {
  const call = el.name === 'iq' ? childNamed(el, 'command', NS_COMMANDS) : undefined;
  const { from, to, type, id } = el.attrs as Record<string, string | undefined>;
  const { node } = (call?.attrs ?? {}) as Record<string, string | undefined>;
  const command = NAMES.find((name) => name === node);
  const kind = TYPES.find((name) => name === type);
  if (!call || !command || !kind || from === undefined || to === undefined) return undefined;
  const form = childNamed(call, 'x', NS_DATA);
  const payload = childElements(call).filter((child) => child !== form);
  return {
    command,
    type: kind,
    from,
    to,
    ...(id === undefined ? {} : { id }),
    ...(form ? { fields: formFields(form) } : {}),
    payload: payload.map(cloneElement),
  };
}

function formFields(form: Element): Record<string, string> {
  const fields: [string, string][] = [];
  for (const field of childElements(form)) {
    const { var: name } = field.attrs as Record<string, string | undefined>;
    const value = childNamed(field, 'value');
    if (field.name === 'field' && name !== undefined && value) fields.push([name, textOf(value)]);
  }
  return Object.fromEntries(fields);
}

function commandElement({ command, type, from, to, fields, payload = [] }: CommandParts): Element {
  const values = Object.entries(fields ?? {}).map(([name, value]) =>
    element('field', { var: name }, element('value', {}, value)),
  );
  const form = values.length > 0 ? [element('x', { xmlns: NS_DATA, type: 'submit' }, ...values)] : [];
  const call = element(
    'command',
    { xmlns: NS_COMMANDS, node: command },
    ...form,
    ...payload.map(cloneElement),
  );
  return element('iq', { type, from, to }, call);
}
