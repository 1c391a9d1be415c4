/** Texts of the processes of a new topology: what has to stand there, and nothing that Tigase does by itself. */
import { MUC_COMPONENT_CLASS, EXTERNAL_COMPONENT_CLASS } from '../config-type.js';
import { printProperties, type Property } from '../edit/print-properties.js';

/** What all files of a topology have in common. */
export interface CommonParts {
  domain: string;
  databaseUri: string;
  componentSecret: string;
  /** Host names of all servers. */
  servers: readonly string[];
}

/** Without it links of 5270 and 5277 are cut above 2,500 packets a minute, as if they were clients (§2.4). */
export const LINK_THROTTLING: Property = ['--cm-ht-traffic-throttling', 'xmpp:250k:0:disc,bin:1024m:0:disc'];

/** Clients cannot resolve a name without a domain, which a node of the cluster would send them to (§7.6). */
export const NO_REDIRECTS: Property = ['--cm-see-other-host', 'none'];

function mucDomain(domain: string): string {
  return `muc.${domain}`;
}

/** @param clusterSecret undefined: a server by itself */
export function serverText(
  parts: CommonParts,
  { host, clusterSecret, withMucs }: { host: string; clusterSecret?: string | undefined; withMucs: boolean },
): string {
  const cluster = clusterSecret === undefined ? [] : clusterLines(parts.servers, clusterSecret);
  return printProperties([
    ['config-type', '--gen-config-def'],
    ...commonLines(parts),
    ...cluster,
    LINK_THROTTLING,
    ...(cluster.length > 0 && !host.includes('.') ? [NO_REDIRECTS] : []),
    ...(withMucs ? acceptLines(parts, host) : []),
  ]);
}

export function mucText(parts: CommonParts): string {
  const { domain, componentSecret, servers } = parts;
  const remote = [domain, ...servers].join(';');
  return printProperties([
    ['config-type', '--gen-config-comp'],
    ...commonLines(parts),
    LINK_THROTTLING,
    ['--comp-name-1', 'muc'],
    ['--comp-class-1', MUC_COMPONENT_CLASS],
    ['--external', `${mucDomain(domain)}:${componentSecret}:connect:5270:${remote}:accept`],
  ]);
}

function commonLines({ domain, databaseUri }: CommonParts): Property[] {
  return [
    ['--virt-hosts', domain],
    ['--admins', `admin@${domain}`],
    ['--user-db', 'mysql'],
    ['--user-db-uri', databaseUri],
  ];
}

function clusterLines(servers: readonly string[], secret: string): Property[] {
  return [
    ['--cluster-mode', 'true'],
    ['--cluster-nodes', servers.map((host) => `${host}:${secret}:5277`).join(',')],
  ];
}

function acceptLines(parts: CommonParts, host: string): Property[] {
  const item = acceptItem(parts, host);
  return [
    ['--comp-name-1', 'ext'],
    ['--comp-class-1', EXTERNAL_COMPONENT_CLASS],
    ['--external', item],
  ];
}

/** The item of `--external` with which a server takes the MUC processes in. */
export function acceptItem(
  { domain, componentSecret }: Pick<CommonParts, 'domain' | 'componentSecret'>,
  host: string,
): string {
  return `${mucDomain(domain)}:${componentSecret}:listen:5270:${host}:accept:ReceiverBareJidLB`;
}
