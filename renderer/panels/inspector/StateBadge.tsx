import { toneOf, type Tone } from './state-tone.js';
import parts from './Parts.module.css';

/** A state by its name; the colour only repeats what the name says. */
export function StateBadge({ state, tone = toneOf(state) }: { state: string; tone?: Tone }) {
  return <span className={`${parts.badge} ${parts[tone]}`}>{state}</span>;
}
