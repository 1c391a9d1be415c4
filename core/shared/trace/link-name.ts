/** The parts of a link's id, `DIALLER>ACCEPTOR:PORT#NUMBER`. */

/** Name of the process that has dialled; `outside` for a stranger. */
export function diallerOf(link: string): string {
  const end = link.indexOf('>');
  return end < 0 ? '' : link.slice(0, end);
}
