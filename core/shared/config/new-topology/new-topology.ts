/** A topology from nothing: one properties file per process, and a `lab.yaml` where the files do not say who is who. */
import { LAB_YAML_NAME } from '../lab-yaml.js';
import { mucText, serverText, type CommonParts } from './process-files.js';
import { randomSecret } from './random-secret.js';
import type { TopologyWish } from './wish.js';

/** A file of a topology; `name` is its path inside the topology's folder. */
export interface NamedText {
  name: string;
  text: string;
}

/**
 * The files of a new topology, which the linter finds neither errors nor warnings in.
 * @param wish one that `wishProblems` has nothing against
 * @param random numbers from 0 (included) to 1 (not included), for secrets that were not given
 */
export function newTopology(wish: TopologyWish, random: () => number): NamedText[] {
  const { domain, mucs, hostNames = [] } = wish;
  const names = numbered('server', wish.servers);
  const isAlone = wish.servers === 1 && mucs === 0;
  const usual = (name: string): string => (isAlone ? name : `${name}.${domain}`);
  const servers = names.map((name, index) => hostNames[index] ?? usual(name));
  const parts: CommonParts = {
    domain,
    servers,
    databaseUri: wish.databaseUri ?? `jdbc:mysql://localhost/${domain}?user=tigase`,
    componentSecret: wish.componentSecret ?? randomSecret(random),
  };
  const clusterSecret = wish.clusterSecret ?? randomSecret(random);
  const isCluster = servers.length > 1;
  return [
    ...names.map((name, index) => ({
      name: `${name}.properties`,
      text: serverText(parts, {
        host: servers[index] ?? name,
        clusterSecret: isCluster ? clusterSecret : undefined,
        withMucs: mucs > 0,
      }),
    })),
    ...numbered('muc', mucs).map((name) => ({ name: `${name}.properties`, text: mucText(parts) })),
    ...(isAlone ? hostNameFile(names[0], hostNames[0]) : []),
  ];
}

/** A server by itself that no listen item names has its host name from here. */
function hostNameFile(process: string | undefined, host: string | undefined): NamedText[] {
  if (process === undefined || host === undefined || host === process) return [];
  return [
    { name: LAB_YAML_NAME, text: `processes:\n  ${process}:\n    hostname: ${JSON.stringify(host)}\n` },
  ];
}

/** `server1` …; with leading zeros from ten on, so that their order as names is their order as numbers. */
function numbered(stem: string, count: number): string[] {
  const width = String(count).length;
  return Array.from({ length: count }, (_, index) => `${stem}${String(index + 1).padStart(width, '0')}`);
}
