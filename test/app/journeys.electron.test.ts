/** The same journeys in a real Electron. A picture is saved through a dialog there: the diagram’s journey stays in the browser. */
import { compareProfiles } from './journeys/compare.js';
import { files } from './journeys/files.js';
import { follow } from './journeys/follow.js';
import { stepping } from './journeys/stepping.js';
import { travel } from './journeys/travel.js';
import { wholeWindow } from './journeys/window.js';
import { onDesktop } from './stages.js';

for (const journey of [wholeWindow, travel, stepping, follow, files, compareProfiles]) onDesktop(journey);
