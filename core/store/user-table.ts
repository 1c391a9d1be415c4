/** Accounts by bare JID. The lab keeps passwords in the clear, as the SASL PLAIN of this Tigase needs them. */
export class UserTable {
  private readonly passwords = new Map<string, string>();

  exists(bareJid: string): boolean {
    return this.passwords.has(bareJid);
  }

  add(bareJid: string, password: string): void {
    this.passwords.set(bareJid, password);
  }

  /** undefined: no such account. */
  password(bareJid: string): string | undefined {
    return this.passwords.get(bareJid);
  }
}
