/** Who has which address, and which names mean which address. Names resolve here and nowhere else. */
const NUMERIC = /^\d{1,3}(\.\d{1,3}){3}$/;

interface Interface {
  address: string;
  /** Why it is down, if it is: faults that have taken it away. */
  down: Set<string>;
}

export class Interfaces {
  private readonly nodes = new Map<string, Interface>();
  private readonly names = new Map<string, string>();
  /** `DIALLER ACCEPTOR` → the address that the acceptor sees, where that is not the dialler's own. */
  private readonly masks = new Map<string, string>();
  /** Addresses of servers on this machine that are no part of the lab. */
  private readonly outside = new Set<string>();
  /** First two or three octets of the block that is really used: logical 127.0.1.4 → real 127.0.K.4. */
  private block = '127.0.1';

  /** Every node is really 127.0.0.1, and every port is mapped to a free one. */
  mapped = false;

  useBlock(block: string): void {
    this.block = block;
  }

  add(node: string, address: string): void {
    this.nodes.set(node, { address, down: new Set() });
  }

  /** Where a node is from now on; what has taken its interface away goes on doing so. */
  place(node: string, address: string): void {
    const known = this.nodes.get(node);
    if (known) known.address = address;
    else this.add(node, address);
  }

  /** No name means anything any more: another topology is about to give its own. */
  forgetNames(): void {
    this.names.clear();
    this.masks.clear();
    this.outside.clear();
  }

  remove(node: string): void {
    this.nodes.delete(node);
  }

  name(host: string, address: string): void {
    this.names.set(host.toLowerCase(), address);
  }

  /** A server on this machine that is no part of the lab: the only addresses outside that a process can dial. */
  outsideName(host: string, address: string): void {
    this.name(host, address);
    this.outside.add(address);
  }

  isOutside(address: string): boolean {
    return this.outside.has(address);
  }

  has(node: string): boolean {
    return this.nodes.has(node);
  }

  /** Names of all nodes. */
  all(): string[] {
    return [...this.nodes.keys()];
  }

  addressOf(node: string): string {
    return this.nodes.get(node)?.address ?? '127.0.0.1';
  }

  /** What `acceptor` sees on connections of `node` is not the node's own address: something in between translates it. */
  mask(node: string, acceptor: string, address: string): void {
    this.masks.set(`${node} ${acceptor}`, address);
  }

  /** The address of `node` as `acceptor` sees it. */
  seenBy(acceptor: string, node: string): string {
    return this.masks.get(`${node} ${acceptor}`) ?? this.addressOf(node);
  }

  nodeAt(address: string): string | undefined {
    for (const [node, { address: own }] of this.nodes) if (own === address) return node;
    return undefined;
  }

  isUp(node: string): boolean {
    return (this.nodes.get(node)?.down.size ?? 0) === 0;
  }

  /** @param reason also names the hold on the node's links */
  takeDown(node: string, reason: string): void {
    this.nodes.get(node)?.down.add(reason);
  }

  /** Back again, unless something else keeps it down. */
  bringUp(node: string, reason: string): void {
    this.nodes.get(node)?.down.delete(reason);
  }

  /** Reasons why a new link of `node` would not carry anything. */
  holdsOf(node: string): string[] {
    return [...(this.nodes.get(node)?.down ?? [])];
  }

  /** Logical address of a name or of a numeric address; undefined: nobody by that name in the lab. */
  resolve(host: string): string | undefined {
    return NUMERIC.test(host) ? host : this.names.get(host.toLowerCase());
  }

  /** The address to really bind or dial for a logical one. */
  real(address: string): string {
    if (!address.startsWith('127.0.1.')) return address;
    return this.mapped ? '127.0.0.1' : `${this.block}.${address.slice('127.0.1.'.length)}`;
  }
}
