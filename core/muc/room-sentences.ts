/** What a room says for itself, in the lab's own words. (Error texts that the reference quotes are in `refusal.ts`.) */

export const ROOM_SENTENCES = {
  locked: 'This room is locked until its owner configures it.',
  createdLocked: 'Welcome to your new room. Nobody else may enter before you have configured it.',
  createdOpen: 'Welcome to your new room. It is open to others.',
  unlocked: 'The room is open now.',
  stopping: 'The room service is stopping.',
  formTitle: 'Room configuration',
  formInstructions: 'Set what you want to change and submit the form.',
} as const;
