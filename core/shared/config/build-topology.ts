/** Texts of a topology's files → the plan of what should run. Pure, and never throws: problems become findings. */
import { clusterNodesOf } from './cluster-nodes.js';
import { planComponents } from './component-plan.js';
import { readComponentSettings } from './component-settings.js';
import {
  componentSetOf,
  CONFIG_TYPE_KEY,
  DEFAULT_CONFIG_TYPE,
  EXTERNAL_COMPONENT_CLASS,
  isTrueWord,
} from './config-type.js';
import { debugLoggersOf, listOf } from './debug-loggers.js';
import { EXTERNAL_KEY, externalItemsOf, sampleExternalItem } from './external.js';
import { extCompLocalName, extCompsOf } from './ext-comp.js';
import { claimHostNames, type HostNameClaim } from './host-names.js';
import { findEntry, parseInitProperties, valueOf, type PropertiesFile } from './init-properties.js';
import { defaultLabYaml, labYamlKeyRange, parseLabYaml, type LabYaml } from './lab-yaml.js';
import type { Finding } from './lint/finding.js';
import { planListeners } from './listeners.js';
import { ownValue } from './own-value.js';
import { processAddresses, type Addresses } from './process-addresses.js';
import { remembering } from './remembering.js';
import { pluginsOf } from './sm-plugins.js';
import { pluginStandIns, type StandInChoices } from './stand-ins.js';
import { isTdslFile, SECOND_FILE_CODE, TIGASE_8_CODE } from './topology-files.js';
import type { ComponentPlan, ExtCompItem, ExternalItem, ProcessPlan, TopologyPlan } from './topology-plan.js';
import { virtualHostsOf } from './virtual-hosts.js';

/**
 * One file of a topology: path as the user gave it, process name as `processNameOf` (or the user) says. What has been read of
 * a source is kept with it.
 */
export interface TopologySource {
  readonly path: string;
  readonly processName: string;
  readonly text: string;
  /** false: its bytes were no UTF-8 and were taken for Latin-1. */
  readonly isUtf8?: boolean;
}

/** `lab.yaml`; what has been read of it is kept with it. */
export interface LabYamlSource {
  readonly path: string;
  readonly text: string;
}

export interface BuiltTopology {
  plan: TopologyPlan;
  /** In the order of `plan.processes`. */
  files: PropertiesFile[];
  labYaml?: LabYamlSource;
  /** What reading found (X…, Y…); the linter adds what the contents mean. */
  problems: Finding[];
}

/**
 * Builds the plan of the processes that `sources` describe. Processes are numbered in the order of their names.
 * @param running addresses of processes that run already, and keep them
 */
export function buildTopology(
  name: string,
  sources: readonly TopologySource[],
  labYaml?: LabYamlSource,
  running: Addresses = new Map(),
): BuiltTopology {
  const problems: Finding[] = [];
  const lab = readLabYaml(problems, labYaml);
  const inputs = chooseSources(problems, sources).map((source) => {
    return { processName: source.processName, file: fileOf(source) };
  });
  for (const { file } of inputs) problems.push(...file.problems);
  return assemble({ name, inputs, lab, labYaml, running, problems });
}

/**
 * The topology that there would be with other entries in its files; addresses stay as they are.
 * @param files in the order of `built.files`
 */
export function rebuildTopology(built: BuiltTopology, files: readonly PropertiesFile[]): BuiltTopology {
  const { plan, labYaml } = built;
  const inputs = plan.processes.flatMap(({ name: processName }, index) => {
    const file = files[index];
    return file === undefined ? [] : [{ processName, file }];
  });
  const running = new Map(plan.processes.map(({ name, address }) => [name, address]));
  // What reading has found was said of the files as they are.
  return assemble({ name: plan.name, inputs, lab: readLabYaml([], labYaml), labYaml, running, problems: [] });
}

interface Parts {
  name: string;
  inputs: readonly DraftInput[];
  lab: LabYaml;
  labYaml: BuiltTopology['labYaml'] | undefined;
  running: Addresses;
  problems: Finding[];
}

function assemble({ name, inputs, lab, labYaml, running, problems }: Parts): BuiltTopology {
  const drafts = inputs.map(({ file, processName }) => draftOf(file, processName, lab.standIns));
  const fixed = Object.entries(lab.processes).flatMap(([process, { hostname }]) =>
    hostname === undefined ? [] : [[process, hostname] as const],
  );
  const claims = claimHostNames(drafts, Object.fromEntries(fixed));
  const addresses = processAddresses(
    drafts.map((draft) => draft.name),
    fixedAddresses(lab),
    running,
  );
  const processes = drafts.map((draft, index) =>
    finish(draft, circumstancesOf(draft, lab, addresses[index] ?? '', claims[index])),
  );
  if (labYaml !== undefined) checkProcessNames(problems, lab, processes, labYaml);
  const files = drafts.map((draft) => draft.file);
  return {
    plan: planOf(name, lab, processes),
    files,
    problems,
    ...(labYaml === undefined ? {} : { labYaml }),
  };
}

function fixedAddresses(lab: LabYaml): Addresses {
  return new Map(
    Object.entries(lab.processes).flatMap(([name, { address }]) =>
      address === undefined ? [] : [[name, address] as const],
    ),
  );
}

function planOf(name: string, lab: LabYaml, processes: ProcessPlan[]): TopologyPlan {
  return {
    name,
    processes,
    hosts: { ...lab.hosts },
    users: lab.users,
    quirks: lab.quirks,
    lintOff: lab.lint.off,
    errorCodes: lab.errorCodes,
    positions: lab.canvas,
  };
}

const parsedLabYaml = remembering((source: LabYamlSource) => parseLabYaml(source.path, source.text));

function readLabYaml(problems: Finding[], source: LabYamlSource | undefined): LabYaml {
  if (source === undefined) return defaultLabYaml();
  const result = parsedLabYaml(source);
  if (result.ok) return result.value;
  problems.push(...result.problems);
  return defaultLabYaml();
}

/** File order is the order of process names, by code unit, so that every system numbers them alike. */
function chooseSources(problems: Finding[], sources: readonly TopologySource[]): TopologySource[] {
  const chosen = new Map<string, TopologySource>();
  const inOrder = [...sources].sort(
    (a, b) => compare(a.processName, b.processName) || compare(a.path, b.path),
  );
  for (const source of inOrder) {
    const other = chosen.get(source.processName);
    if (isTdslFile(source.path)) {
      problems.push(atStart(source.path, TIGASE_8_CODE, {}));
    } else if (other !== undefined) {
      problems.push(
        atStart(source.path, SECOND_FILE_CODE, { process: source.processName, other: other.path }),
      );
    } else {
      chosen.set(source.processName, source);
    }
  }
  return [...chosen.values()];
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function atStart(file: string, code: string, params: Finding['params']): Finding {
  return { code, severity: 'error', range: { file, line: 1, column: 1, endLine: 1, endColumn: 1 }, params };
}

interface Draft {
  name: string;
  file: PropertiesFile;
  configType: string;
  componentSet: ProcessPlan['componentSet'];
  clusterMode: boolean;
  settings: Record<string, string>;
  components: ComponentPlan[];
  clusterNodes: ProcessPlan['clusterNodes'];
  externals: ExternalItem[];
  extComps: ExtCompItem[];
  extCompLocalName: string | undefined;
}

interface DraftInput {
  processName: string;
  file: PropertiesFile;
}

const fileOf = remembering(({ path, text, isUtf8 }: TopologySource) =>
  parseInitProperties(path, text, isUtf8),
);

/** All that can be said of a process before it has a host name. */
const draftOf = remembering((file: PropertiesFile, processName: string, standIns: StandInChoices): Draft => {
  const configType = valueOf(file, CONFIG_TYPE_KEY) ?? DEFAULT_CONFIG_TYPE;
  const set = componentSetOf(configType);
  const clusterMode = isTrueWord(valueOf(file, '--cluster-mode'));
  const settings = readComponentSettings(file);
  const components = planComponents({ file, set, clusterMode, standIns, settings });
  return {
    name: processName,
    file,
    configType,
    componentSet: set,
    clusterMode,
    settings,
    components,
    clusterNodes: clusterNodesOf(file),
    externals: externalsOf(file, components),
    extComps: extCompsOf(file, set, components),
    extCompLocalName: extCompLocalName(file),
  };
});

/** Only a loaded ComponentProtocol reads `--external`; without the property it takes the sample item (§2.5). */
function externalsOf(file: PropertiesFile, components: readonly ComponentPlan[]): ExternalItem[] {
  const reader = components.find((component) => component.className === EXTERNAL_COMPONENT_CLASS);
  if (reader === undefined) return [];
  if (findEntry(file, EXTERNAL_KEY) !== undefined) return externalItemsOf(file);
  const start = { file: file.file, line: 1, column: 1, endLine: 1, endColumn: 1 };
  return [sampleExternalItem(reader.source ?? start)];
}

/** What a process has from elsewhere than its own file. */
interface Circumstances extends Pick<ProcessPlan, 'hostname' | 'hostnameRule' | 'address'> {
  seenAs: ProcessPlan['seenAs'];
  /** Seconds. */
  clockAhead: number | undefined;
  standIns: StandInChoices;
}

function circumstancesOf(
  { name }: Draft,
  lab: LabYaml,
  address: string,
  claim: HostNameClaim | undefined,
): Circumstances {
  const { seenAs, clockAhead } = ownValue(lab.processes, name) ?? {};
  const { hostname, rule } = claim ?? { hostname: name, rule: 'fallback' };
  return { hostname, hostnameRule: rule, address, seenAs, clockAhead, standIns: lab.standIns };
}

const finish = remembering((draft: Draft, circumstances: Circumstances): ProcessPlan => {
  const { file, extCompLocalName: _unused, ...rest } = draft;
  const { hostname, hostnameRule, address, seenAs, clockAhead, standIns } = circumstances;
  const sessionManager = draft.components.some((component) => component.name === 'sess-man');
  const plugins = sessionManager ? pluginsOf(file) : [];
  const databaseUri = valueOf(file, '--user-db-uri');
  return {
    ...rest,
    file: file.file,
    hostname,
    hostnameRule,
    address,
    ...(seenAs === undefined ? {} : { seenAs }),
    ...(clockAhead === undefined ? {} : { clockAheadMs: Math.round(clockAhead * 1000) }),
    virtualHosts: virtualHostsOf(file, hostname),
    admins: listOf(valueOf(file, '--admins')),
    listeners: planListeners(file, { ...rest, hostname }),
    plugins,
    pluginStandIns: pluginStandIns(plugins, standIns),
    debugLoggers: debugLoggersOf(file),
    ...(databaseUri === undefined || databaseUri === '' ? {} : { databaseUri }),
    properties: initPropertiesOf(file),
  };
});

function initPropertiesOf(file: PropertiesFile): Record<string, string> {
  const properties: Record<string, string> = {};
  for (const { key, value } of file.entries) {
    if (key.startsWith('-') || key === CONFIG_TYPE_KEY) properties[key] = value;
  }
  return properties;
}

/** Y5: `lab.yaml` names a process that no file describes, in `seenAs` as well; Y6: it gives a host name that another process has. */
function checkProcessNames(
  problems: Finding[],
  lab: LabYaml,
  processes: readonly ProcessPlan[],
  source: LabYamlSource,
): void {
  for (const [name, { hostname, seenAs = {} }] of Object.entries(lab.processes)) {
    const process = processes.find((candidate) => candidate.name === name);
    for (const other of Object.keys(seenAs)) {
      if (processes.some((candidate) => candidate.name === other)) continue;
      const place = labYamlKeyRange(source.path, source.text, ['processes', name, 'seenAs', other]);
      problems.push({ code: 'Y5', severity: 'warning', range: place, params: { process: other } });
    }
    const range = () => labYamlKeyRange(source.path, source.text, ['processes', name]);
    if (process === undefined) {
      problems.push({ code: 'Y5', severity: 'warning', range: range(), params: { process: name } });
    } else if (hostname !== undefined && process.hostname !== hostname) {
      problems.push({ code: 'Y6', severity: 'error', range: range(), params: { process: name, hostname } });
    }
  }
}
