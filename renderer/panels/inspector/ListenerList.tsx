import { hasText, renderText } from '#core/shared/text/render.js';
import type { NodeView } from '#core/shared/api/results.js';
import type { ProcessPlan } from '#core/shared/config/topology-plan.js';
import { useLab } from '#renderer/store/use-lab.js';
import { usePreferences } from '#renderer/ui/preferences.js';
import { useText } from '#renderer/ui/use-text.js';
import { PickList } from './PickList.js';
import { StateBadge } from './StateBadge.js';

/** The ports of a process, each with its machine's state, the real port where it was mapped, and why it failed. */
export function ListenerList({ node, plan }: { node: NodeView; plan: ProcessPlan }) {
  const t = useText();
  const { language } = usePreferences();
  const machines = useLab((state) =>
    [...state.machines.values()].filter((one) => one.machine === 'listener' && one.node === node.name),
  );
  const reason = (service: string): string => {
    const code = node.failedPorts[service];
    if (code === undefined) return '';
    const text = `ui.canvas.error.${code}`;
    return hasText(text) ? `${code}: ${renderText(language, text)}` : code;
  };
  return (
    <PickList
      label={t('ui.inspector.listeners')}
      empty={t(plan.listeners.length === 0 ? 'ui.canvas.ports.none' : 'ui.inspector.listeners.none')}
      picks={machines.map(({ instance, state }) => {
        const [, service = '', bind = '', port = ''] = /\/([^/]+)\/listen\/(.*):(\d+)$/.exec(instance) ?? [];
        const name = service === 'c2s' && port === '5223' ? 'c2s-tls' : service;
        const real = node.ports[name];
        const mapped =
          real === undefined || String(real) === port ? '' : t('ui.inspector.mapped', { port: real });
        return {
          key: instance,
          text: `${name} ${bind}:${port}`,
          note: [mapped, state === 'bindFailed' ? reason(name) : ''].filter(Boolean).join(' · '),
          badge: <StateBadge state={state} />,
          goTo: { kind: 'machine', instance },
        };
      })}
    />
  );
}
