/** `npm run check`: everything that needs no sockets and no build, in under a minute. */
import { BUILD, CHECKS, runParts, UNIT } from './parts.mjs';

const outcomes = await runParts([UNIT, BUILD, ...CHECKS]);
process.exitCode = outcomes.every(({ ok }) => ok) ? 0 : 1;
