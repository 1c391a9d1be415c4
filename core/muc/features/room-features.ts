/** The options of a room of MUC 2.2, in the order of its form (§8.7, M02). One file each; this list is all that knows them. */
import { anonymity } from './anonymity.js';
import { changeSubject } from './change-subject.js';
import { enableLogging } from './enable-logging.js';
import type { RoomFeature } from './feature.js';
import { loggingFormat } from './logging-format.js';
import { maxHistoryFetch } from './max-history-fetch.js';
import { membersOnly } from './members-only.js';
import { moderatedRoom } from './moderated-room.js';
import { passwordProtected } from './password-protected.js';
import { persistentRoom } from './persistent-room.js';
import { publicRoom } from './public-room.js';
import { roomDescription } from './room-description.js';
import { roomName } from './room-name.js';
import { roomSecret } from './room-secret.js';

export const ROOM_FEATURES: readonly RoomFeature[] = [
  roomName,
  roomDescription,
  persistentRoom,
  publicRoom,
  moderatedRoom,
  membersOnly,
  passwordProtected,
  roomSecret,
  anonymity,
  changeSubject,
  enableLogging,
  loggingFormat,
  maxHistoryFetch,
];
