import type { NodeView } from '#core/shared/api/results.js';
import type { ProcessPlan } from '#core/shared/config/topology-plan.js';
import { databaseName } from '#renderer/flow/database-name.js';
import { PortProblems } from '#renderer/flow/PortProblems.tsx';
import { useText } from '#renderer/ui/use-text.js';
import { Breakable } from './Breakable.js';
import { ComponentTable } from './ComponentTable.js';
import { Facts } from './Facts.js';
import { ListenerList } from './ListenerList.js';
import { PluginList } from './PluginList.js';
import { Section } from './Section.js';
import { SettingsList } from './SettingsList.js';
import { NodeTraffic } from './Traffic.js';
import parts from './Parts.module.css';

export function NodeOverview({ view, plan }: { view: NodeView; plan: ProcessPlan }) {
  const t = useText();
  const { address, logicalAddress } = view;
  return (
    <>
      <Section title={t('ui.inspector.process')}>
        <Facts
          rows={[
            [
              t('ui.inspector.hostname'),
              <>
                {plan.hostname}
                <span className={parts.pickNote}>{t(`ui.canvas.rule.${plan.hostnameRule}`)}</span>
              </>,
            ],
            [t('ui.inspector.address'), address],
            // In logs and traces; the same as the real one unless the system has no such address.
            [t('ui.inspector.address.logical'), logicalAddress === address ? '' : logicalAddress],
            [
              t('ui.inspector.file'),
              <code key="file">
                <Breakable text={plan.file} />
              </code>,
            ],
            [
              t('ui.inspector.config-type'),
              `${plan.configType} · ${t(`ui.canvas.set.${plan.componentSet}`)}`,
            ],
            [t('ui.inspector.cluster-mode'), t(plan.clusterMode ? 'ui.inspector.on' : 'ui.inspector.off')],
            [t('ui.inspector.virtual-hosts'), plan.virtualHosts.join(', ')],
            [t('ui.inspector.admins'), plan.admins.join(', ')],
            [
              t('ui.inspector.database'),
              plan.databaseUri === undefined
                ? t('ui.inspector.database.own')
                : databaseName(plan.databaseUri),
            ],
          ]}
        />
      </Section>
      <Section title={t('ui.inspector.listeners')} count={plan.listeners.length}>
        <ListenerList node={view} plan={plan} />
        <PortProblems node={view} plan={plan} />
      </Section>
      <NodeTraffic node={view.name} />
      <ComponentTable node={view.name} plan={plan} />
      <PluginList plan={plan} />
      <SettingsList plan={plan} />
    </>
  );
}
