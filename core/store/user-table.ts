/** Accounts by bare JID. The lab keeps passwords in the clear, as the SASL PLAIN of this Tigase needs them. */
import { DatabaseGate } from './database-gate.js';

export class UserTable {
  private readonly passwords = new Map<string, string>();
  private readonly gate: DatabaseGate;

  constructor(gate = new DatabaseGate()) {
    this.gate = gate;
  }

  exists(bareJid: string): boolean {
    this.gate.pass();
    return this.passwords.has(bareJid);
  }

  add(bareJid: string, password: string): void {
    this.gate.pass();
    this.passwords.set(bareJid, password);
  }

  /** Accounts of a domain. */
  count(domain: string): number {
    this.gate.pass();
    return [...this.passwords.keys()].filter((jid) => jid.endsWith(`@${domain}`)).length;
  }

  /** What the lab itself puts in, whether the database answers or not. */
  seed(bareJid: string, password: string): void {
    this.passwords.set(bareJid, password);
  }

  /** undefined: no such account. */
  password(bareJid: string): string | undefined {
    this.gate.pass();
    return this.passwords.get(bareJid);
  }
}
