/** Where words stand already, so that no others are written over them. */

/** Height of a line of words, in px. */
const LINE = 12;

export class LabelPlaces {
  private readonly lines = new Map<number, { left: number; right: number; y: number }[]>();

  /** Takes a place on the page, in px; `y` is the line that the words stand on. False: other words are there. */
  take(left: number, width: number, y: number): boolean {
    const right = left + width;
    const line = Math.floor(y / LINE);
    for (let near = line - 1; near <= line + 1; near += 1) {
      const others = this.lines.get(near);
      if (others?.some((one) => one.left < right && left < one.right && Math.abs(one.y - y) < LINE))
        return false;
    }
    const here = this.lines.get(line);
    if (here) here.push({ left, right, y });
    else this.lines.set(line, [{ left, right, y }]);
    return true;
  }
}
