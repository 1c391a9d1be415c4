/** Saving, opening and recovering sessions. */
export const uiSessionEn = {
  'ui.session.title': 'Session',
  'ui.session.save': 'Save session',
  'ui.session.save.hint':
    'Topology, all branches, bookmarks and view as one file: it opens elsewhere at this event.',
  'ui.session.redact': 'Without secrets and passwords',
  'ui.session.redact.hint': 'Each is replaced by an invented word. Names and messages stay.',
  'ui.session.open': 'Open a session file…',
  'ui.session.drop-alone': 'A session is opened by itself, without other files: drop {name} alone.',
  'ui.session.saved': '{name} is saved.',
  'ui.session.saved-redacted': '{name} is saved; secrets replaced: {secrets}.',
  'ui.session.saved-cut':
    '{name} is saved, but ends at event {event}: behind it a program outside has proved a password, which cannot be invented.',
  'ui.session.playing': 'Playing the session: {done} of {total} steps',
  'ui.session.ends-early':
    '{branch} could be played up to event {events} only: this version does not find the next step. What was there before can be used.',
  'ui.session.differs':
    '{branch} has come out otherwise than when it was saved, by another version of Cluster Lab: events may have other numbers.',
  'ui.session.cut':
    '{branch} ends at event {event}: behind it a program outside has proved a password, which was taken out of the file.',
  'ui.session.unsaved': 'Not saved when the lab ended',
  'ui.session.unsaved.of': '{name}, {when}',
  'ui.session.recover': 'Recover',
  'ui.session.recover-named': 'Recover the session of {name}, {when}',
  'ui.session.discard': 'Discard',
  'ui.session.discard-named': 'Discard the session of {name}, {when}',
} as const;
