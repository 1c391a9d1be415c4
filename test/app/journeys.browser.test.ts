/** Every journey in a browser. */
import { compareProfiles } from './journeys/compare.js';
import { diagram } from './journeys/diagram.js';
import { lifelines } from './journeys/lifelines.js';
import { follow } from './journeys/follow.js';
import { stepping } from './journeys/stepping.js';
import { travel } from './journeys/travel.js';
import { wholeWindow } from './journeys/window.js';
import { inBrowser } from './stages.js';

for (const journey of [wholeWindow, travel, stepping, follow, compareProfiles, diagram, lifelines])
  inBrowser(journey);
