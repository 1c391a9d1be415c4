import type { TextKey } from '#core/shared/text/en.js';
import { hasText } from '#core/shared/text/render.js';
import { useText } from '#renderer/ui/use-text.js';
import type { Sender } from './senders.js';

interface Props {
  id: string;
  senders: readonly Sender[];
  sender: Sender | undefined;
  onChange: (key: string) => void;
}

export function SenderSelect({ id, senders, sender, onChange }: Props) {
  const text = useText();
  const name = useSenderName();
  const group = (kind: Sender['kind']) => senders.filter((one) => one.kind === kind);
  return (
    <select
      id={id}
      value={sender?.key ?? ''}
      disabled={senders.length === 0}
      title={sender && name(sender)}
      onChange={(event) => onChange(event.target.value)}
    >
      {senders.length === 0 && <option value="">{text('ui.run.composer.no-senders')}</option>}
      {(['client', 'link'] as const).map((kind) =>
        group(kind).length === 0 ? null : (
          <optgroup key={kind} label={text(`ui.run.composer.${kind}s`)}>
            {group(kind).map((one) => (
              <option key={one.key} value={one.key}>
                {name(one)}
              </option>
            ))}
          </optgroup>
        ),
      )}
    </select>
  );
}

/** `alice (server1, online)`, or `server1 → muc1 · ext · LINK`. */
export function useSenderName(): (sender: Sender) => string {
  const text = useText();
  return (sender) => {
    if (sender.kind === 'client') {
      const state = `ui.clients.state.${sender.state}`;
      return `${sender.client} (${sender.node}, ${hasText(state) ? text(state as TextKey) : sender.state})`;
    }
    const { from, to, service, link } = sender;
    return text('ui.run.composer.link-end', { from, to, service, link });
  };
}
