/**
 * E3: a listener binds an address that this process does not have: a listen item of `--external`, or the interfaces of
 * any other connection manager; the port stays closed for good (§6.4, §7.5).
 */
import { readComponentSetting } from '#core/shared/config/component-settings.js';
import { ANY_ADDRESS, EXTERNAL_KEY, remoteRange } from '#core/shared/config/external.js';
import { findEntry, splitValue } from '#core/shared/config/init-properties.js';
import { replacing } from '#core/shared/config/lint/fixes.js';
import { perNodeInView, report, type Report } from '#core/shared/config/lint/lint-rule.js';
import {
  acceptItems,
  isOwnName,
  nodesAt,
  type LintNode,
  type TopologyView,
} from '#core/shared/config/lint/topology-view.js';
import type { SourceRange } from '#core/shared/config/source-range.js';
import { bindsEverywhere } from './bind-addresses.js';

interface Bind {
  name: string;
  range: SourceRange;
  /** What would be right in its place. */
  cure: string;
}

export const foreignBindName = perNodeInView('E3', (node, view) =>
  [...externalBinds(node), ...interfaceBinds(node)]
    .filter(({ name }) => !bindsEverywhere(name) && !isOwnName(view, node, name))
    .map((bind) => reportBind(view, node, bind)),
);

function reportBind(view: TopologyView, node: LintNode, { name, range, cure }: Bind): Report {
  const { hostname, name: process } = node.process;
  const owner = nodesAt(view, name)[0];
  const whose = owner === undefined ? { variant: 'nobody' } : { owner: owner.process.name };
  const related = owner === undefined ? [] : ownersPlace(owner, name);
  return report(
    'error',
    range,
    { name, hostname, process, ...whose },
    { related, ...replacing(range, cure) },
  );
}

function externalBinds(node: LintNode): Bind[] {
  return acceptItems(node)
    .filter(({ item }) => item.port >= 0)
    .flatMap((source) => {
      const { addresses } = source.item;
      // All interfaces are right on any machine, this one's name on this one only (E25).
      const cure = addresses.length === 1 ? ANY_ADDRESS : node.process.hostname;
      return addresses.map((name) => ({ name, range: remoteRange(source, name), cure }));
    });
}

/** `COMP/connections/PORT/ifc[s]` of listeners that are really opened. */
function interfaceBinds(node: LintNode): Bind[] {
  const { listeners, hostname } = node.process;
  const paths = new Set(listeners.map(({ component, port }) => `${component}/connections/${port}/ifc`));
  return node.file.entries
    .filter((entry) => entry.key.includes('/ifc') && paths.has(readComponentSetting(entry)?.path ?? ''))
    .flatMap((entry) => splitValue(entry, ','))
    .map(({ text, range }) => ({ name: text.trim(), range, cure: hostname }))
    .filter(({ name }) => name !== '');
}

function ownersPlace(owner: LintNode, name: string) {
  const source = acceptItems(owner).find(({ item }) => item.addresses.includes(name));
  const entry = findEntry(owner.file, EXTERNAL_KEY);
  if (source !== undefined) return [{ range: remoteRange(source, name) }];
  return entry === undefined ? [] : [{ range: entry.keyRange }];
}
