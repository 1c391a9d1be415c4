/** A password that can stand in any field of any property. */
const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';
const LENGTH = 20;

/** 20 letters and digits, 100 bits. `random` gives numbers from 0 (included) to 1 (not included). */
export function randomSecret(random: () => number): string {
  return Array.from({ length: LENGTH }, () => LETTERS[Math.floor(random() * LETTERS.length)]).join('');
}
