/**
 * Which links a fault is put on. `muc1>server1:5270#3` is one connection; `muc1>server1:5270` every connection of that
 * route, those to come included; `*` stands for any node or port, a missing port for any; `server1<>server2` is either
 * way. The ids of links (`DIALLER>ACCEPTOR:PORT#NUMBER`) are the narrowest selectors.
 */
export interface RouteSelector {
  from: string;
  to: string;
  /** undefined: any. */
  port: number | undefined;
  /** undefined: every connection of the route. */
  number: number | undefined;
  /** Whoever of the two has dialled. */
  either: boolean;
}

const ANY = '*';
const WRITTEN = /^([^<>]+)(<>|>)([^<>]+?)(?::(\d+|\*))?(?:#(\d+))?$/;

/** undefined: not a selector. */
export function parseRoute(text: string): RouteSelector | undefined {
  const match = WRITTEN.exec(text);
  if (!match) return undefined;
  const [, from = '', arrow, to = '', port, number] = match;
  return {
    from,
    to,
    port: port === undefined || port === ANY ? undefined : Number(port),
    number: number === undefined ? undefined : Number(number),
    either: arrow === '<>',
  };
}

/** Whether a selector means the link of that id. */
export function routeMeans(selector: RouteSelector, link: string): boolean {
  const id = parseRoute(link);
  if (!id) return false;
  if (selector.port !== undefined && selector.port !== id.port) return false;
  if (selector.number !== undefined && selector.number !== id.number) return false;
  const { from, to, either } = selector;
  const means = (dialler: string, acceptor: string): boolean => fits(from, dialler) && fits(to, acceptor);
  return means(id.from, id.to) || (either && means(id.to, id.from));
}

function fits(wanted: string, name: string): boolean {
  return wanted === ANY || wanted === name;
}
