/** What a virtual host allows: its own flags in `--virt-hosts`, or else the `--vhost-…` that hold for all (§2.1, §2.9). */
import { isTrueWord } from './config-type.js';
import { ownValue } from './own-value.js';
import { readVirtualHost, VIRT_HOSTS_KEY } from './virtual-hosts.js';

export interface VirtualHostPolicy {
  /** Logins without an account. */
  anonymous: boolean;
  /** Accounts that clients make themselves. */
  register: boolean;
  /** Most accounts; 0: no limit. */
  maxUsers: number;
}

type Properties = Readonly<Record<string, string>>;

const MAX_USERS_FLAG = 'max-users=';

/** @param properties those of the process, by their keys */
export function policyOf(properties: Properties, domain: string): VirtualHostPolicy {
  const flags = flagsOf(properties, domain);
  const maxUsers = flags.findLast((flag) => flag.startsWith(MAX_USERS_FLAG))?.slice(MAX_USERS_FLAG.length);
  return {
    anonymous: allows(flags, 'anon') ?? isOn(ownValue(properties, '--vhost-anonymous-enabled')),
    register: allows(flags, 'register') ?? isOn(ownValue(properties, '--vhost-register-enabled')),
    maxUsers: numberOf(maxUsers ?? ownValue(properties, '--vhost-max-users')),
  };
}

function flagsOf(properties: Properties, domain: string): string[] {
  const items = ownValue(properties, VIRT_HOSTS_KEY)?.split(',') ?? [];
  return items.map(readVirtualHost).findLast((host) => host?.domain === domain)?.flags ?? [];
}

function allows(flags: readonly string[], flag: string): boolean | undefined {
  const said = flags.findLast((each) => each === flag || each === `-${flag}`);
  return said === undefined ? undefined : said === flag;
}

/** Both are on by default; every text that is no word for yes is a no. */
function isOn(text: string | undefined): boolean {
  return text === undefined || isTrueWord(text);
}

function numberOf(text: string | undefined): number {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : 0;
}
