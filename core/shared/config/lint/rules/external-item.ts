import { NS_COMPONENT_CONNECT } from '#core/shared/xmpp/namespaces.js';
import { parsePort } from '#core/shared/config/cluster-nodes.js';
import {
  EXTERNAL_KEY,
  fieldRange,
  parseExternal,
  type ExternalItemSource,
} from '#core/shared/config/external.js';
import { findEntry } from '#core/shared/config/init-properties.js';
import { finding, perNode } from '../topology-view.js';

/** E11: a connect item without the protocol field never sends a stream header. */
export const protocolMissing = perNode(['E11'], (node) =>
  node.externals
    .filter(({ item }) => item.type === 'connect' && item.protocol === undefined)
    .map((source) => finding('E11', 'error', source.item.source, { domain: source.item.domain })),
);

/** E12: `connect` is a type, and as a protocol it is not implemented. */
export const protocolNotImplemented = perNode(['E12'], (node) =>
  node.externals
    .filter(({ item }) => item.protocol === NS_COMPONENT_CONNECT)
    .map((source) => {
      const range = fieldRange(source, 'protocol');
      return finding(
        'E12',
        'error',
        range,
        { domain: source.item.domain },
        { fix: { range, newText: 'accept' } },
      );
    }),
);

/** E13: a port that is no number becomes 5277. */
export const externalPortUnreadable = perNode(['E13'], (node) =>
  node.externals
    .filter(({ fields }) => fields.port !== undefined && parsePort(fields.port.text) === undefined)
    .map((source) => {
      const params = { domain: source.item.domain, port: source.fields.port?.text ?? '' };
      return finding('E13', 'error', fieldRange(source, 'port'), params);
    }),
);

/** E18: the domain is the key, so an earlier item for it is lost. */
export const externalDomainTwice = perNode(['E18'], (node) =>
  node.externals.length === 0
    ? []
    : allItems(node.file).flatMap((source, index, all) => {
        const winner = all.findLast(({ item }) => item.domain === source.item.domain);
        if (winner === undefined || winner === all[index]) return [];
        const related = [{ range: winner.item.source }];
        return [finding('E18', 'warning', source.item.source, { domain: source.item.domain }, { related })];
      }),
);

/** C18: an item that is no more than a host (and a protocol) belongs to the item before, cut off by a comma. */
export const hostListWithComma = perNode(['C18'], (node) =>
  node.externals.length === 0
    ? []
    : allItems(node.file)
        .filter((source, index) => index > 0 && looksLikeAddress(source))
        .map((source) => finding('C18', 'error', source.item.source, { item: source.item.domain })),
);

const TYPE_WORDS = ['listen', 'accept', 'connect'];
const PROTOCOL_WORDS = ['accept', 'client', 'connect'];

/** `host`, or `host:accept` where the protocol of the torn item landed in the place of the secret. */
function looksLikeAddress({ fields }: ExternalItemSource): boolean {
  if (fields.secret === undefined) return true;
  return PROTOCOL_WORDS.includes(fields.secret.text) && !TYPE_WORDS.includes(fields.type?.text ?? '');
}

function allItems(file: Parameters<typeof findEntry>[0]) {
  const entry = findEntry(file, EXTERNAL_KEY);
  return entry === undefined ? [] : parseExternal(entry);
}
