/** A number from 0 (included) to 1 (not included) from the system's own source: passwords are made of it. */
export function chance(): number {
  const [bits = 0] = crypto.getRandomValues(new Uint32Array(1));
  return bits / 0x1_0000_0000;
}
