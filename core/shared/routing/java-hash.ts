/** Java arithmetic that decides where stanzas go (§5.4, §6.5). */

/** `String.hashCode` of Java: 31-polynomial over UTF-16 code units in a signed 32-bit integer. */
export function javaStringHash(text: string): number {
  let hash = 0;
  for (let index = 0; index < text.length; index += 1) {
    hash = (Math.imul(31, hash) + text.charCodeAt(index)) | 0;
  }
  return hash;
}

/** `Math.abs(int)` of Java: the smallest integer has no positive counterpart and stays as it is. */
export function javaAbs(value: number): number {
  return Math.abs(value) | 0;
}

/** `Objects.hash(…)` of Java over the hashes of its arguments; null counts as 0. */
export function javaObjectsHash(...hashes: readonly number[]): number {
  return hashes.reduce((hash, next) => (Math.imul(31, hash) + next) | 0, 1);
}
