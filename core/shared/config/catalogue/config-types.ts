/** Values of `config-type`: which components a process loads (§1.4). */
import { COMPONENT_SETS, KNOWN_CONFIG_TYPES, componentSetOf } from '#core/shared/config/config-type.js';
import type { CatalogueEntry, Wording } from './entry.js';

type ConfigType = (typeof KNOWN_CONFIG_TYPES)[number];

const DEFAULT_SET: Wording = {
  en: 'The whole server; muc, pubsub and ext are not in it and have to be named with --comp-name.',
  zh: '完整的服务器；其中不含 muc、pubsub 和 ext，需要用 --comp-name 指明。',
};

const MEANINGS: Readonly<Record<ConfigType, Wording>> = {
  '--gen-config-def': DEFAULT_SET,
  '--gen-config-default': DEFAULT_SET,
  '--gen-config-all': {
    en: 'A server with stanza sender and receiver, and without amp.',
    zh: '带节发送器和接收器的服务器，但没有 amp。',
  },
  '--gen-config-sm': {
    en: 'Only the session manager: connection managers in other processes reach it by ext-comp, which listens.',
    zh: '只有会话管理器：其他进程中的连接管理器通过 ext-comp 连到它，由它监听。',
  },
  '--gen-config-cs': {
    en: 'Only connection managers: ext-comp dials the process that has the session manager.',
    zh: '只有连接管理器：由 ext-comp 主动连接带会话管理器的进程。',
  },
  '--gen-config-comp': {
    en: 'Only an external component, such as MUC, beside the ext that links it. No clients, no users.',
    zh: '只有外部组件（如 MUC）以及连接它的 ext，不接受客户端，也没有用户。',
  },
};

const NOTES: Readonly<Partial<Record<ConfigType, readonly Wording[]>>> = {
  '--gen-config-def': [
    {
      en: 'The code does not know this word; like any other it does not know, it means the default set.',
      zh: '代码并不认识这个词；和其他不认识的词一样，它表示默认集。',
    },
  ],
};

/** What fails when the value is taken for another one. */
const SCENARIOS: Readonly<Record<ConfigType, string>> = {
  '--gen-config-def': 'test/scenario/files/component-sets.yaml',
  '--gen-config-default': 'test/scenario/files/component-sets.yaml',
  '--gen-config-all': 'test/scenario/files/component-sets.yaml',
  '--gen-config-sm': 'examples/scenarios/cm-sm-separation.yaml',
  '--gen-config-cs': 'examples/scenarios/cm-sm-separation.yaml',
  '--gen-config-comp': 'test/scenario/files/component-sets.yaml',
};

export const CONFIG_TYPES: readonly CatalogueEntry[] = KNOWN_CONFIG_TYPES.map((name) => ({
  kind: 'config-type',
  name,
  meaning: MEANINGS[name],
  grammar: { type: 'form', form: `config-type = ${name}` },
  usedBy: COMPONENT_SETS[componentSetOf(name)],
  notes: NOTES[name] ?? [],
  facts: ['1.4'],
  treatment: { as: 'modelled', scenario: SCENARIOS[name] },
}));
