/** Every journey in a browser. */
import { compareProfiles } from './journeys/compare.js';
import { diagram } from './journeys/diagram.js';
import { files } from './journeys/files.js';
import { follow } from './journeys/follow.js';
import { lifelines } from './journeys/lifelines.js';
import { stepping } from './journeys/stepping.js';
import { travel } from './journeys/travel.js';
import { wholeWindow } from './journeys/window.js';
import { inBrowser } from './stages.js';

const JOURNEYS = [wholeWindow, travel, stepping, follow, files, compareProfiles, diagram, lifelines];

for (const journey of JOURNEYS) inBrowser(journey);
