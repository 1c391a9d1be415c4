import { choice, numberOf } from '#core/shared/faults/fault-options.js';
import type { Random } from '#core/shared/injected/random.js';
import { PASS } from '../line-fault.js';
import type { FaultKind } from './fault.js';
import { onDirections } from './on-route.js';

const MARKUP = new Set('<>/="\'');
/** What a character becomes: nothing that means anything in XML, so that a hit in the markup always shows. */
const WRECK = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** Some characters of a frame arrive as others, which the receiver's parser may or may not survive. */
export const corrupt: FaultKind = {
  kind: 'corrupt',
  on: 'route',
  group: 'frames',
  directed: true,
  options: {
    characters: { type: 'number', unit: 'count', default: 1, min: 1, max: 1000 },
    where: choice('anywhere', 'markup'),
  },
  apply(network, order) {
    const count = numberOf(order.options, 'characters');
    const markup = order.options.where === 'markup';
    return onDirections(network, order, (direction) => {
      direction.fault({
        id: order.id,
        judge: (frame) => {
          const text = order.hits(frame) ? wrecked(frame.text, count, markup, order.random) : frame.text;
          return text === frame.text ? PASS : { kind: 'change', text, reason: 'corrupt' };
        },
      });
      return () => direction.unfault(order.id);
    });
  },
};

function wrecked(text: string, count: number, markup: boolean, random: Random): string {
  const characters = [...text];
  const places = characters.flatMap((character, place) => (!markup || MARKUP.has(character) ? [place] : []));
  for (let left = Math.min(count, places.length); left > 0; left -= 1) {
    const [place = 0] = places.splice(random.below(places.length), 1);
    const others = [...WRECK].filter((character) => character !== characters[place]);
    characters[place] = others[random.below(others.length)] ?? '0';
  }
  return characters.join('');
}
