/** `tigase.cluster.VirtualComponent`: stands for a component that really runs on another node. */
import { CHECKED, modelled, settings, TEXT } from './parts.js';

const usedBy = ['tigase.cluster.VirtualComponent'];
const facts = ['5.10'];
const shown = modelled('test/scenario/files/virtual-component.yaml');
const disco = (key: string, byDefault: string, en: string, zh: string) => ({
  name: `NAME/${key}`,
  meaning: { en, zh },
  grammar: TEXT,
  byDefault,
  usedBy,
  facts,
  treatment: CHECKED,
});
export const VIRTUAL_COMPONENT_SETTINGS = settings([
  {
    name: 'NAME/redirect-to',
    meaning: {
      en: 'Address of the real component on another node, which gets every packet.',
      zh: '另一节点上真正组件的地址，所有包都转给它。',
    },
    grammar: TEXT,
    byDefault: { en: 'NAME@ the first other node of the cluster', zh: 'NAME@集群中第一个其他节点' },
    usedBy,
    facts,
    treatment: modelled('test/scenario/files/virtual-component-fixed-domain.yaml'),
  },
  {
    name: 'NAME/fixed-domain',
    meaning: {
      en: 'Domain that the component answers for, instead of NAME before each virtual host.',
      zh: '组件所代表的域名，代替“NAME.虚拟主机”。',
    },
    grammar: TEXT,
    usedBy,
    facts,
    treatment: modelled('test/scenario/files/virtual-component-fixed-domain.yaml'),
  },
  {
    ...disco('disco-name', 'Multi User Chat', 'Its name in service discovery.', '服务发现中显示的名称。'),
    treatment: shown,
  },
  disco('disco-node', '', 'Its node in service discovery.', '服务发现中的 node。'),
  disco('disco-type', 'text', 'Type of its identity in service discovery.', '服务发现中身份的 type。'),
  disco(
    'disco-category',
    'conference',
    'Category of its identity in service discovery.',
    '服务发现中身份的 category。',
  ),
  disco(
    'disco-features',
    'http://jabber.org/protocol/muc',
    'Features that it announces in service discovery.',
    '服务发现中公布的特性。',
  ),
]);
