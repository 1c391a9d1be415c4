/** Plugins that are nobody's but the owner's of the example `examples/seed`: ids that no Tigase has, as any of one's own. */
import type { CatalogueEntry, Wording } from '../entry.js';
import { CHECKED } from '../properties/parts.js';

const MEANINGS: Readonly<Record<string, Wording>> = {
  'urn:ietf:params:xml:ns:messageConsumeACK': {
    en: 'By its name: acknowledgement that a message has been read. A plugin of the owner’s own jar.',
    zh: '从名称看：确认消息已被消费。属于使用者自己的 jar。',
  },
  'urn:ietf:params:xml:ns:xmpp-user': {
    en: 'By its name: something about users. A plugin of the owner’s own jar.',
    zh: '从名称看：与用户有关。属于使用者自己的 jar。',
  },
};

export const OWNER_PLUGINS: readonly CatalogueEntry[] = Object.entries(MEANINGS).map(([name, meaning]) => ({
  kind: 'plugin',
  name,
  meaning,
  grammar: { type: 'form', form: `+${name}` },
  byDefault: { en: 'off', zh: '关闭' },
  usedBy: ['sess-man'],
  notes: [
    {
      en: 'Not Tigase’s: without the jar it is skipped without a word. The lab plays a stand-in that claims nothing.',
      zh: '不属于 Tigase：没有 jar 时会被悄悄略过。实验室用一个不处理任何节的替身代替。',
    },
  ],
  facts: ['3.2'],
  treatment: CHECKED,
}));
