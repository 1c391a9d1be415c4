/** What a breakpoint waits for, in words. */
import type { BreakpointSpec } from '#core/shared/api/breakpoint.js';
import type { StanzaPattern } from '#core/shared/api/stanza-pattern.js';
import type { useText } from '#renderer/ui/use-text.js';

type Text = ReturnType<typeof useText>;

export function specWords(spec: BreakpointSpec, text: Text): string {
  const { link, node } = spec;
  const parts = [
    whatWords(spec, text),
    link && text('ui.run.breakpoint.says-link', { link }),
    node && text('ui.run.breakpoint.says-node', { node }),
  ];
  return parts.filter(Boolean).join(' ');
}

function whatWords({ pattern, machine, stage, log }: BreakpointSpec, text: Text): string {
  if (pattern) return patternWords(pattern, text);
  if (stage) return text(`ui.run.breakpoint.stage.${stage}`);
  if (machine) {
    const name = [machine.machine, machine.instance].filter(Boolean).join(' ');
    const shown = name || text('ui.run.breakpoint.any-machine');
    if (machine.refuses === undefined)
      return text('ui.run.breakpoint.says-enters', { name: shown, state: machine.state ?? '*' });
    return text('ui.run.breakpoint.says-refuses', { name: shown, event: machine.refuses });
  }
  const { level, logger, contains } = log ?? {};
  const words = [level, logger, contains && `“${contains}”`].filter(Boolean).join(' ');
  return text('ui.run.breakpoint.says-log', { words });
}

function patternWords(pattern: StanzaPattern, text: Text): string {
  const attrs = Object.entries(pattern.attrs ?? {}).map(([name, value]) => `${name}="${value}"`);
  const element = [pattern.name, ...attrs].filter(Boolean).join(' ');
  const parts = [
    element && `<${pattern.name ? element : `… ${element}`}>`,
    pattern.child && text('ui.run.breakpoint.says-child', { name: pattern.child }),
    pattern.contains && text('ui.run.breakpoint.says-contains', { text: pattern.contains }),
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(' ') : text('ui.run.breakpoint.every');
}
