import type { LinkView } from '#core/shared/api/results.js';
import type { Flow } from '#core/shared/trace/traffic-fold.js';
import type { TextKey } from '#core/shared/text/en.js';
import { useText } from '#renderer/ui/use-text.js';
import { Breakable } from './Breakable.js';
import { Facts } from './Facts.js';
import { Section } from './Section.js';
import { useAsked } from './use-asked.js';
import parts from './Parts.module.css';

/** Names of those at the ends of a link. */
type Ends = readonly [from: string, to: string];
type Text = (key: TextKey, params?: Record<string, string | number>) => string;

/** `12 frames · 3,456 bytes`. */
function flowText(t: Text, { frames, bytes }: Flow): string {
  return t('ui.inspector.traffic.flow', { frames: grouped(frames), bytes: grouped(bytes) });
}

/** Thousands apart, alike in both languages. */
function grouped(count: number): string {
  return count.toLocaleString('en');
}

/** What a process has sent, received and passed from queue to queue. */
export function NodeTraffic({ node }: { node: string }) {
  const t = useText();
  const told = useAsked('traffic.get', { node });
  const own = told?.nodes[0];
  return (
    <Section title={t('ui.inspector.traffic')}>
      {own ? (
        <Facts
          rows={[
            [t('ui.inspector.traffic.sent'), flowText(t, own.sent)],
            [t('ui.inspector.traffic.received'), flowText(t, own.received)],
            [t('ui.inspector.traffic.hops'), grouped(own.hops)],
          ]}
        />
      ) : told ? (
        <p className={parts.hint}>{t('ui.inspector.traffic.none')}</p>
      ) : null}
    </Section>
  );
}

/** What has crossed a link each way, and what became of it where an end compresses. */
export function LinkTraffic({ link, ends }: { link: LinkView; ends: Ends }) {
  const t = useText();
  const told = useAsked('traffic.get', { link: link.id });
  const own = told?.links[0];
  const [from, to] = ends;
  return (
    <Section title={t('ui.inspector.traffic')}>
      {own ? (
        <Facts
          rows={[
            [`${from} → ${to}`, flowText(t, own.ab)],
            [`${to} → ${from}`, flowText(t, own.ba)],
            [t('ui.inspector.traffic.lost'), own.lost.frames === 0 ? '' : flowText(t, own.lost)],
            ...compressedRows(t, link, ends),
          ]}
        />
      ) : told ? (
        <p className={parts.hint}>{t('ui.inspector.traffic.none')}</p>
      ) : null}
    </Section>
  );
}

function compressedRows(t: Text, { compressed }: LinkView, [from, to]: Ends): [string, string][] {
  const ends = [
    { from, size: compressed?.ab },
    { from: to, size: compressed?.ba },
  ];
  return ends.map(({ from, size }) => [
    t('ui.inspector.traffic.compressed', { from }),
    size
      ? t('ui.inspector.traffic.compressed.flow', { plain: grouped(size.plain), wire: grouped(size.wire) })
      : '',
  ]);
}

/** What one frame has led to: to be compared between two topologies. */
export function StanzaCostFacts({ seq }: { seq: number }) {
  const t = useText();
  const cost = useAsked('traffic.stanza', { seq });
  if (!cost) return null;
  const links = cost.links.map(({ link, bytes }) => `${link}: ${grouped(bytes)}`);
  const components = cost.components.map(
    ({ node, component, hops }) => `${node}/${component}: ${grouped(hops)}`,
  );
  return (
    <Section title={t('ui.inspector.cost')}>
      <Facts
        rows={[
          [t('ui.inspector.cost.wire'), flowText(t, { frames: cost.crossings, bytes: cost.bytes })],
          [t('ui.inspector.cost.links'), <Lines key="links" texts={links} />],
          [t('ui.inspector.traffic.hops'), grouped(cost.hops)],
          [t('ui.inspector.cost.components'), <Lines key="components" texts={components} />],
        ]}
      />
    </Section>
  );
}

function Lines({ texts }: { texts: readonly string[] }) {
  return texts.map((text) => (
    <div key={text}>
      <Breakable text={text} />
    </div>
  ));
}
