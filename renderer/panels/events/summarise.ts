/** What an event says, in one line. */
import type { TextKey } from '#core/shared/text/en.js';
import { hasText, type TextParams } from '#core/shared/text/render.js';
import type { TraceEvent } from '#core/shared/trace/trace-event.js';
import { kindName, targetWords } from '#renderer/faults/fault-words.js';
import { describeStanza, shorten } from '#core/shared/trace/describe-stanza.js';

/** In place of an empty list of names. */
const NOBODY = '–';

export interface SummaryHelp {
  text: (code: TextKey, params?: TextParams) => string;
  /** The event of a number, where it is still kept: a delivery names the frame that was sent. */
  event: (seq: number) => TraceEvent | undefined;
}

export function summarise(event: TraceEvent, help: SummaryHelp): string {
  const { kind, data } = event;
  switch (kind) {
    case 'node.console':
    case 'scenario.step':
      return shorten(field(data, 'text'));
    case 'node.log':
      return shorten(`${field(data, 'level')} ${shortLogger(field(data, 'logger'))}: ${field(data, 'text')}`);
    case 'timer.fired':
      return field(data, 'label');
    case 'lab.mode':
      return modeOf(field(data, 'mode'), help);
    case 'link.closed':
      return field(data, 'link');
    case 'machine.refused':
      return help.text(
        data['guard'] ? 'ui.run.sum.machine.refused-guard' : 'ui.run.sum.machine.refused',
        data,
      );
    case 'packet.plugin': {
      const special = `ui.run.sum.packet.plugin.${field(data, 'did')}`;
      return help.text(hasText(special) ? (special as TextKey) : 'ui.run.sum.packet.plugin', data);
    }
    case 'packet.balanced':
      // Counted from 0 in the trace, from 1 for people.
      return help.text('ui.run.sum.packet.balanced', { ...data, number: Number(data['index']) + 1 });
    case 'fault.applied':
    case 'fault.healed':
      return help.text(`ui.run.sum.${kind}`, {
        kind: kindName(field(data, 'kind'), help.text),
        target: targetWords(field(data, 'target'), help.text),
      });
    case 'topology.applied':
      return help.text('ui.run.sum.topology.applied', {
        added: field(data, 'added') || NOBODY,
        removed: field(data, 'removed') || NOBODY,
        changed: field(data, 'changed') || NOBODY,
      });
    case 'rooms.verdict':
      return roomsLine(data, help);
    case 'frame.sent':
    case 'frame.delivered':
    case 'frame.handled':
      return frameLine(event, help);
    case 'frame.dropped':
    case 'frame.changed':
      return help.text(`ui.run.sum.${kind}`, { what: frameLine(event, help), reason: field(data, 'reason') });
    default:
      return help.text(`ui.run.sum.${kind}`, data);
  }
}

function frameLine(event: TraceEvent, help: SummaryHelp): string {
  const { data } = event;
  const sent = frameText(event, help.event);
  const what =
    sent === undefined
      ? help.text('ui.run.sum.frame.unknown', { frame: field(data, 'frame') })
      : describeStanza(sent);
  // What it says first: the line is cut off at its end.
  return `${what}  [${way(field(data, 'link'), field(data, 'direction'))}]`;
}

/** The text of the frame that an event is about: its own, or that of the event that led to it. */
function frameText(event: TraceEvent, find: SummaryHelp['event']): string | undefined {
  let current: TraceEvent | undefined = event;
  // handled ← delivered ← sent: no further.
  for (let hops = 0; current && hops < 3; hops += 1) {
    const { frame, text } = current.data;
    if (frame !== event.data['frame']) return undefined;
    if (text !== undefined) return String(text);
    current = find(current.cause);
  }
  return undefined;
}

/** `muc1>server1:5270#2` and a direction → `muc1 → server1:5270#2`, written the way that the frame goes. */
function way(link: string, direction: string): string {
  const at = link.indexOf('>');
  if (at < 0) return link;
  const [dialler, acceptor] = [link.slice(0, at), link.slice(at + 1)];
  return direction === 'ba' ? `${dialler} ← ${acceptor}` : `${dialler} → ${acceptor}`;
}

function roomsLine(data: TraceEvent['data'], { text }: SummaryHelp): string {
  const verdict = field(data, 'verdict');
  const code = verdict === 'agreed' || verdict === 'unserved' ? verdict : 'split';
  const reason = `rooms.reason.${field(data, 'reason')}`;
  const because = hasText(reason) ? text(reason as TextKey) : field(data, 'reason');
  return text(`rooms.verdict.${code}`, { ...data, reason: because });
}

function modeOf(mode: string, { text }: SummaryHelp): string {
  return mode === 'live' || mode === 'paused' || mode === 'ordered' ? text(`ui.run.mode.${mode}`) : mode;
}

/** `tigase.server.ConnectionManager` → `ConnectionManager` */
function shortLogger(logger: string): string {
  return logger.slice(logger.lastIndexOf('.') + 1);
}

function field(data: TraceEvent['data'], name: string): string {
  return String(data[name] ?? '');
}
