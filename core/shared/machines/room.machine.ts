/** A room as one MUC process knows it (§8.2). */
import { setup } from 'xstate';

export const roomMachine = setup({
  types: {
    context: {} as { room: string; lockNewRooms: boolean },
    input: {} as { room: string; lockNewRooms: boolean },
    events: {} as
      | { type: 'created' }
      | { type: 'restored' }
      | { type: 'configured' }
      | { type: 'persistence.on' }
      | { type: 'persistence.off' }
      | { type: 'emptied' }
      | { type: 'destroyed' },
  },
  guards: {
    /** §8.1 `muc-lock-new-room`. */
    newRoomsAreLocked: ({ context }) => context.lockNewRooms,
  },
  actions: {
    storeRoom: () => undefined,
    deleteStored: () => undefined,
    deleteHistory: () => undefined,
    release: () => undefined,
  },
}).createMachine({
  id: 'room',
  description: 'A room: made by its first occupant, opened by its owner, gone with its last occupant',
  context: ({ input }) => input,
  initial: 'absent',
  states: {
    absent: {
      description: 'Not in the memory of this process',
      on: {
        created: [
          { guard: 'newRoomsAreLocked', target: 'locked', description: 'A first occupant makes a room' },
          {
            target: 'active.temporary',
            description: 'A first occupant makes a room that needs no unlocking',
          },
        ],
        restored: { target: 'active.persistent', description: 'Read again from the database, never locked' },
      },
    },
    locked: {
      description: 'Only owners may enter until one of them submits the configuration form',
      on: {
        configured: { target: 'active', description: 'An owner has submitted the form' },
        // XEP-0045 §10.1: what nobody has configured leaves nothing behind.
        emptied: {
          target: 'gone',
          actions: 'deleteHistory',
          description: 'The creator left without configuring',
        },
        destroyed: 'destroyed',
      },
    },
    active: {
      description: 'Open to everyone whom its configuration admits',
      initial: 'temporary',
      on: { destroyed: 'destroyed' },
      states: {
        temporary: {
          description: 'Lives as long as it has occupants',
          on: {
            'persistence.on': {
              target: 'persistent',
              actions: 'storeRoom',
              description: 'Stored in the database',
            },
            emptied: {
              target: '#room.gone',
              actions: 'deleteHistory',
              description: 'The last occupant has left',
            },
          },
        },
        persistent: {
          description: 'Kept in the database as well',
          on: {
            'persistence.off': {
              target: 'temporary',
              actions: 'deleteStored',
              description: 'Its rows are deleted',
            },
            emptied: { target: '#room.gone', description: 'Leaves the memory; the database keeps it' },
          },
        },
      },
    },
    gone: { type: 'final', description: 'No longer in memory', entry: 'release' },
    destroyed: {
      type: 'final',
      description: 'Destroyed by an owner: gone from memory and database',
      entry: ['deleteStored', 'deleteHistory', 'release'],
    },
  },
});
