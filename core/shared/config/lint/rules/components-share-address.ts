import { itemFor, finding, componentLinks, type LintRule } from '../topology-view.js';

/** E6: connections are sorted by remote IP; two of one IP keep arrival order, which differs from server to server. */
export const componentsShareAddress: LintRule = {
  codes: ['E6'],
  run(view) {
    const links = componentLinks(view);
    const targetsOf = (process: string, domain: string) =>
      links
        .filter((link) => link.client.process.name === process && link.source.item.domain === domain)
        .map((link) => link.address);
    return view.nodes.flatMap((node, index) =>
      node.externals
        .filter(({ item }) => item.type === 'connect')
        .flatMap((source) => {
          const { domain } = source.item;
          const mine = targetsOf(node.process.name, domain);
          const other = view.nodes.slice(0, index).find((candidate) => {
            const theirs = targetsOf(candidate.process.name, domain);
            return (
              candidate.process.address === node.process.address && theirs.some((name) => mine.includes(name))
            );
          });
          if (other === undefined) return [];
          const first = itemFor(other, domain, 'connect');
          const related = first === undefined ? [] : [{ range: first.item.source }];
          const params = {
            domain,
            process: node.process.name,
            other: other.process.name,
            address: node.process.address,
          };
          return [finding('E6', 'error', source.item.source, params, { related })];
        }),
    );
  },
};
