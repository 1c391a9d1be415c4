/** Names of every init property that Tigase 5.1–7.1 reads (§2.1), for the linter and for suggestions. */

const PLAIN_NAMES = `admins auth-db auth-db-uri auth-domain-repo-pool auth-repo-pool auth-repo-pool-size
  bind-ext-hostnames bosh-close-connection bosh-extra-headers-file cl-conn-repo-class client-access-policy-file client-port-delay-listening
  cluster-connect-all cluster-connections-per-node cluster-mode cluster-nodes cm-ht-traffic-throttling
  cm-see-other-host cm-traffic-throttling cross-domain-policy-file data-repo-pool-size debug debug-packages
  domain-filter-policy elements-number-limit ext-comp extcomp-repo-class external hardened-mode max-queue-size
  monitoring net-buff-high-throughput net-buff-standard new-connections-throttling nonpriority-queue
  queue-implementation roster-implementation s2s-ejabberd-bug-workaround-active s2s-secret s2s-skip-tls-hostnames
  script-dir skip-privacy sm-cluster-strategy-class sm-plugins sm-threads-pool ssl-certs-location
  ssl-container-class ssl-def-cert-domain stanza-ack stats-archiv stats-history stringprep-processor test
  tigase-config-repo-class tigase-config-repo-uri tls-jdk-nss-bug-workaround-active trusted user-db user-db-uri
  user-domain-repo-pool user-repo-pool user-repo-pool-size vhost-anonymous-enabled vhost-max-users
  vhost-message-forward-jid vhost-presence-forward-jid vhost-register-enabled vhost-repo-class vhost-tls-required
  virt-hosts watchdog_delay watchdog_ping_type watchdog_timeout`;

/** Names without a variable part, with their two dashes; `config-type` has none. */
export const KNOWN_PROPERTIES: readonly string[] = [
  'config-type',
  ...PLAIN_NAMES.split(/\s+/).map((name) => `--${name}`),
];

const KNOWN: ReadonlySet<string> = new Set(KNOWN_PROPERTIES);

/** Names with a variable part: a suffix, a component's name, or a domain in brackets. */
const FAMILIES: readonly RegExp[] = [
  /^--comp-(name|class)(-.*)?$/,
  /^--ext-comp_.+$/,
  /^--[^\s[\]]+-ports$/,
  /^--(user|auth)-(db|db-uri|repo-pool|repo-pool-size)\[.+\]$/,
];

/** Whether Tigase reads an init property of this name. */
export function isKnownProperty(key: string): boolean {
  return KNOWN.has(key) || FAMILIES.some((family) => family.test(key));
}

/** The known name that is nearest to a misspelt one; undefined when none is near. */
export function nearestProperty(key: string): string | undefined {
  return nearestName(key, KNOWN_PROPERTIES);
}

/** The candidate with the smallest edit distance, at most a third of the name's length (and at least 1). */
export function nearestName(name: string, candidates: readonly string[]): string | undefined {
  let best: string | undefined;
  let limit = Math.max(1, Math.floor(name.length / 3)) + 1;
  for (const candidate of candidates) {
    const distance = editDistance(name, candidate, limit);
    if (distance < limit) {
      limit = distance;
      best = candidate;
    }
  }
  return best;
}

/** Levenshtein distance; any number ≥ `limit` means "at least limit". */
export function editDistance(left: string, right: string, limit: number): number {
  if (Math.abs(left.length - right.length) >= limit) return limit;
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const change = left[row - 1] === right[column - 1] ? 0 : 1;
      const replaced = (previous[column - 1] ?? 0) + change;
      current.push(Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[right.length] ?? limit;
}
