/** What somebody wants a new topology to be, and what of it cannot be. */
import { isIpAddress } from '../loopback-address.js';

export interface TopologyWish {
  /** Servers of one cluster, at least 1. */
  servers: number;
  /** MUC processes, each behind 5270 of every server. */
  mucs: number;
  /** Virtual host of all servers; rooms are at `muc.` and this. */
  domain: string;
  /** Host names of the servers, in their order; those that are missing are `server1.` and the domain, and so on. */
  hostNames?: readonly string[];
  /** Password of 5277; default: a random one. */
  clusterSecret?: string;
  /** Password of 5270; default: a random one. */
  componentSecret?: string;
  /** `--user-db-uri` of all processes; default: a database named after the domain, which exists in the lab only. */
  databaseUri?: string;
}

/** What cannot be written into the files; a text of `new-topology.`. */
export interface WishProblem {
  field: keyof TopologyWish;
  reason: 'count' | 'domain' | 'host-name' | 'host-name-twice' | 'secret' | 'database';
  /** What was given. */
  given: string;
}

/** Processes of one kind: their addresses stay below those of the clients (127.0.1.201 and up). */
export const MOST_PROCESSES = 99;

const DOMAIN =
  /^(?=.{1,253}$)[\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?(\.[\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?)*$/u;
/** Blanks are no part of a secret, and these part the fields, items and escapes of a value. */
const SECRET = /^[^\s:,;\\]+$/u;
const ONE_LINE = /^\S[^\r\n\\]*$/u;

/** Everything that is wrong with a wish; empty: it can be written. */
export function wishProblems(wish: TopologyWish): WishProblem[] {
  const { hostNames = [], domain, clusterSecret, componentSecret, databaseUri } = wish;
  const problems: WishProblem[] = [];
  const check = (good: boolean, problem: WishProblem): void => {
    if (!good) problems.push(problem);
  };
  check(isCount(wish.servers, 1), { field: 'servers', reason: 'count', given: String(wish.servers) });
  check(isCount(wish.mucs, 0), { field: 'mucs', reason: 'count', given: String(wish.mucs) });
  check(isHostName(domain), { field: 'domain', reason: 'domain', given: domain });
  hostNames.forEach((name, index) => {
    const given: Pick<WishProblem, 'field' | 'given'> = { field: 'hostNames', given: name };
    check(isHostName(name), { ...given, reason: 'host-name' });
    check(hostNames.indexOf(name) === index, { ...given, reason: 'host-name-twice' });
  });
  check(isSecret(clusterSecret), { field: 'clusterSecret', reason: 'secret', given: clusterSecret ?? '' });
  check(isSecret(componentSecret), {
    field: 'componentSecret',
    reason: 'secret',
    given: componentSecret ?? '',
  });
  const database = databaseUri === undefined || ONE_LINE.test(databaseUri);
  check(database, { field: 'databaseUri', reason: 'database', given: databaseUri ?? '' });
  return problems;
}

function isCount(count: number, least: number): boolean {
  return Number.isInteger(count) && count >= least && count <= MOST_PROCESSES;
}

/** Whether a name can stand for a host in every list of the files. */
export function isHostName(text: string): boolean {
  return DOMAIN.test(text) && !isIpAddress(text) && text !== 'localhost';
}

function isSecret(text: string | undefined): boolean {
  return text === undefined || SECRET.test(text);
}
