/** The catalogue is whole: every property of the seed's table and of the notes, said in both languages, shown by a scenario. */
import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CATALOGUE, entriesOf } from '#core/shared/config/catalogue/catalogue.js';
import { entryForKey } from '#core/shared/config/catalogue/lookup.js';

const root = new URL('../../../../../', import.meta.url);

/** As the tables write them; `cmpname-ports`, `comp-class` and `comp-name` stand for families. */
const LISTED = `admins auth-db auth-db-uri auth-domain-repo-pool auth-repo-pool auth-repo-pool-size bind-ext-hostnames
  bosh-close-connection bosh-extra-headers-file cl-conn-repo-class client-access-policy-file cluster-connect-all cluster-mode
  cluster-nodes cm-ht-traffic-throttling cm-see-other-host cm-traffic-throttling cmpname-ports comp-class comp-name
  cross-domain-policy-file data-repo-pool-size debug debug-packages domain-filter-policy elements-number-limit ext-comp
  ext-comp_1 extcomp-repo-class external hardened-mode max-queue-size monitoring net-buff-high-throughput net-buff-standard
  new-connections-throttling nonpriority-queue queue-implementation roster-implementation
  s2s-ejabberd-bug-workaround-active s2s-secret s2s-skip-tls-hostnames script-dir sm-cluster-strategy-class sm-plugins
  sm-threads-pool ssl-certs-location ssl-container-class ssl-def-cert-domain stats-archiv stats-history
  stringprep-processor test tigase-config-repo-class tigase-config-repo-uri tls-jdk-nss-bug-workaround-active trusted
  user-db user-db-uri user-domain-repo-pool user-repo-pool user-repo-pool-size vhost-anonymous-enabled vhost-max-users
  vhost-message-forward-jid vhost-presence-forward-jid vhost-register-enabled vhost-tls-required virt-hosts watchdog_delay
  watchdog_ping_type watchdog_timeout cluster-connections-per-node stanza-ack skip-privacy vhost-repo-class
  client-port-delay-listening user-db-uri[example.org] auth-db-uri[a.example,b.example] comp-name-1 comp-class-x`;

/** What the documentation of Tigase writes about settings of components, one of each form. */
const SETTINGS = [
  'c2s/traffic-throttling',
  'cl-comp/watchdog_delay[L]',
  'ext/watchdog_timeout[L]',
  's2s/watchdog_ping_type',
  'c2s/max-inactivity-time[L]',
  'c2s/connections/5222/ifc[s]',
  'c2s/connections/5222/socket',
  'c2s/connections/ports[i]',
  'c2s/connections/tls/required[B]',
  'c2s/net-buffer[I]',
  'c2s/routings/.+',
  'c2s/routings/multi-mode[B]',
  'cl-comp/compress-stream[B]',
  'cl-comp/repo-uri',
  'cl-comp/repo-autoreload-interval[L]',
  'sess-man/error-forwarding',
  'sess-man/plugins-conf/jabber:iq:auth/key',
  'sess-man/plugins-conf/http://jabber.org/protocol/stats/key',
  'message-router/components/msg-receivers/id-names[s]',
  'message-router/components/msg-receivers/c2s.active[B]',
  'message-router/components/msg-receivers/c2s.class',
  'basic-conf/config-dump-file',
  'muc/redirect-to',
  'muc/fixed-domain',
  'muc/disco-name',
];

it.each([...LISTED.split(/\s+/).map((name) => `--${name}`), 'config-type'])('has %s', (key) => {
  expect(entryForKey(key)?.kind).toBe('property');
});

it.each(SETTINGS)('has the setting %s', (key) => {
  expect(entryForKey(key)?.kind).toBe('setting');
});

it('knows nothing of names that nobody reads', () => {
  for (const key of [
    '--nonsense',
    '--config-type',
    '--comp-names-1',
    'c2s/nonsense',
    '--ports',
    'constructor',
  ])
    expect(entryForKey(key)).toBeUndefined();
});

it('has each name of a kind once', () => {
  const names = CATALOGUE.map(({ kind, name }) => `${kind} ${name}`);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

it('finds every entry by its own name', () => {
  const lost = [...entriesOf('property'), ...entriesOf('setting')].filter(
    (entry) => entryForKey(entry.name) !== entry && entryForKey(entry.name.replace('PORT', '1')) !== entry,
  );
  expect(lost.map(({ name }) => name)).toEqual([]);
});

it('says everything in both languages', () => {
  const chinese = /\p{Script=Han}/u;
  for (const { name, meaning, notes = [], byDefault } of CATALOGUE) {
    const wordings = [meaning, ...notes, ...(typeof byDefault === 'object' ? [byDefault] : [])];
    for (const { en, zh } of wordings) {
      expect(en.trim(), name).not.toBe('');
      expect(en, name).not.toMatch(chinese);
      expect(zh.trim(), name).not.toBe('');
    }
    expect(meaning.zh, name).toMatch(chinese);
  }
});

it('names a scenario that exists for everything modelled', () => {
  const missing = CATALOGUE.flatMap(({ treatment }) =>
    treatment.as === 'modelled' ? [treatment.scenario] : [],
  ).filter((scenario) => !existsSync(new URL(scenario, root)));
  expect(missing).toEqual([]);
});

/** Policy files, headers of BOSH, container of certificates, scripts, monitoring, archives, pools: a lab has none of them. */
const NOT_APPLICABLE =
  /policy-file|bosh-extra-headers-file|ssl-container-class|tls-jdk-nss|script-dir|monitoring|stats-archiv|-repo-pool|domain-repo-pool/;

it('calls nothing else not applicable', () => {
  const names = CATALOGUE.filter(({ treatment }) => treatment.as === 'not-applicable').map(
    ({ name }) => name,
  );
  expect(names.filter((name) => !NOT_APPLICABLE.test(name))).toEqual([]);
});

it('puts off nothing but what belongs to sessions and rooms', () => {
  const others = CATALOGUE.filter(({ treatment }) => treatment.as === 'not-yet').filter(
    ({ kind, usedBy }) =>
      !['plugin', 'muc-setting', 'room-field'].includes(kind) &&
      !usedBy.some((user) => ['c2s', 'sess-man', 'vhost-man'].includes(user)),
  );
  expect(others.map(({ name }) => name)).toEqual([]);
});
