/** Of two texts that should be one, the one that fewer places have is most likely the slip. */

/** How many of the texts are the same as one. */
export function votes(texts: readonly (string | undefined)[]): (text: string | undefined) => number {
  const counts = new Map<string | undefined, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return (text) => (text === undefined ? 0 : (counts.get(text) ?? 0));
}

/** What all of the texts are; undefined when they differ, or there is none. */
export function agreed(texts: readonly (string | undefined)[]): string | undefined {
  return texts.every((text) => text === texts[0]) ? texts[0] : undefined;
}
