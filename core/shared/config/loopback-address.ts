/** IP addresses that the lab may use; it never leaves the machine (DESIGN Principle 5). */

const IPV4 = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/;

/** Whether a text is a dotted IPv4 address or looks like an IPv6 one. */
export function isIpAddress(text: string): boolean {
  return octets(text) !== undefined || /^[0-9a-fA-F:]*:[0-9a-fA-F:.]*$/.test(text);
}

/** 127.0.0.0/8 or ::1. */
export function isLoopbackAddress(text: string): boolean {
  return text === '::1' || octets(text)?.[0] === 127;
}

/** 127.0.1.0/24: what the trace calls the lab's own addresses, whatever block they really have. */
export function isLabAddress(text: string): boolean {
  const [a, b, c] = octets(text) ?? [];
  return a === 127 && b === 0 && c === 1;
}

/** 192.0.2.0/24, which stands for an address that no interface has. */
export function isTestNetAddress(text: string): boolean {
  const [a, b, c] = octets(text) ?? [];
  return a === 192 && b === 0 && c === 2;
}

/** Logical address of the n-th process (from 1) in file order: 127.0.1.1, …, 127.0.1.254, 127.0.2.1, … */
export function addressOfProcess(n: number): string {
  const index = n - 1;
  return `127.0.${1 + Math.floor(index / 254)}.${1 + (index % 254)}`;
}

function octets(text: string): number[] | undefined {
  const match = IPV4.exec(text);
  const numbers = match?.slice(1).map(Number);
  return numbers?.every((number) => number <= 255) === true ? numbers : undefined;
}
