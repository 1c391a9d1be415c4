/** One resource of a user in one room: how it enters, which role it has, how it goes (§8.3, §8.5). */
import { setup } from 'xstate';

export const occupantMachine = setup({
  types: {
    context: {} as { room: string; jid: string },
    input: {} as { room: string; jid: string },
    events: {} as
      | { type: 'refused' }
      | { type: 'role.visitor' }
      | { type: 'role.participant' }
      | { type: 'role.moderator' }
      | { type: 'left' }
      | { type: 'kicked' }
      | { type: 'banned' }
      | { type: 'excluded' }
      | { type: 'room.destroyed' },
  },
  actions: { release: () => undefined },
}).createMachine({
  id: 'occupant',
  description: 'An occupant of a room: one connected resource',
  context: ({ input }) => input,
  initial: 'joining',
  states: {
    joining: {
      description: 'Its presence to room/nick is being checked',
      on: {
        refused: { target: 'refused', description: 'Password, lock, affiliation or nick said no' },
        'role.visitor': { target: 'inside.visitor', description: 'A moderated room, no affiliation' },
        'role.participant': { target: 'inside.participant', description: 'A member, or no affiliation' },
        'role.moderator': { target: 'inside.moderator', description: 'An owner or an admin' },
      },
    },
    inside: {
      description: 'Gets what is said in the room',
      initial: 'participant',
      on: {
        left: { target: 'left', description: 'Unavailable presence, or an error it answered with' },
        kicked: { target: 'kicked', description: 'Role taken away by a moderator (307)' },
        banned: { target: 'banned', description: 'Made an outcast (301)' },
        excluded: { target: 'excluded', description: 'No member of a members-only room (321, 322)' },
        'room.destroyed': { target: 'left', description: 'The room is no more' },
      },
      states: {
        visitor: {
          description: 'May listen',
          on: {
            'role.participant': { target: 'participant', description: 'Voice granted' },
            'role.moderator': 'moderator',
          },
        },
        participant: {
          description: 'May speak to all',
          on: {
            'role.visitor': { target: 'visitor', description: 'Voice revoked' },
            'role.moderator': 'moderator',
          },
        },
        moderator: {
          description: 'May give and take voice, and kick',
          on: { 'role.visitor': 'visitor', 'role.participant': 'participant' },
        },
      },
    },
    refused: { type: 'final', description: 'Never got in' },
    left: { type: 'final', entry: 'release', description: 'Went' },
    kicked: { type: 'final', entry: 'release', description: 'Was thrown out' },
    banned: { type: 'final', entry: 'release', description: 'Was thrown out and may not come back' },
    excluded: { type: 'final', entry: 'release', description: 'The room is for members only' },
  },
});
