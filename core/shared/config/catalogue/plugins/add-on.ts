/** Plugins that need a jar that is not part of the server (§3.2). */
import { CHECKED } from '../properties/parts.js';
import { plugins } from './plugin-entry.js';

const SILENT = {
  en: 'Without its jar the id is skipped without a word.',
  zh: '缺少对应的 jar 时，该 id 会被悄悄略过。',
};

export const ADD_ON_PLUGINS = plugins({ onByDefault: false, addOn: true }, [
  {
    id: 'pep',
    className: 'tigase.pubsub.Pep',
    meaning: {
      en: 'Personal eventing by the PubSub component (XEP-0163).',
      zh: '借助 PubSub 组件的个人事件（XEP-0163）。',
    },
    stanzas: 'iq/pubsub',
    notes: [SILENT, { en: 'On by default in 5.1 only.', zh: '只有 5.1 默认开启。' }],
    treatment: CHECKED,
  },
  {
    id: 'message-archive-xep-0136',
    className: 'tigase.archive.MessageArchivePlugin',
    meaning: {
      en: 'Sends copies of messages to the component message-archive (XEP-0136).',
      zh: '把消息副本发送给 message-archive 组件（XEP-0136）。',
    },
    stanzas: 'message; iq of the archive',
    notes: [SILENT],
    treatment: CHECKED,
  },
]);
