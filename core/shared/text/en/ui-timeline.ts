/** Sentences of the window: the timeline, and looking back. */
export const uiTimelineEn = {
  'ui.timeline.title': 'Timeline',
  'ui.timeline.slider': 'Event to look at',
  'ui.timeline.hint':
    'Drag to look back: the whole window shows that moment, and the lab does not notice. Arrows: one event; Home, End: first, newest.',
  'ui.timeline.event': 'event {seq}',
  'ui.timeline.earlier': 'One event earlier',
  'ui.timeline.later': 'One event later',
  'ui.timeline.past-live': 'Looking back at event {seq}, lab time {seconds} s. Meanwhile the lab goes on.',
  'ui.timeline.past-paused':
    'Looking back at event {seq}, lab time {seconds} s. The lab stands still at event {newest}.',
  'ui.timeline.now': 'Back to now',
  'ui.timeline.fork': 'Fork here',
  'ui.timeline.fork-hint': 'Play the run again up to this event, and go another way from there',
  'ui.timeline.unknown': 'Not known then: the trace does not say what waited in queues',
  'ui.timeline.frames-only':
    'Of an earlier moment only the frames under way are known: the trace does not say which timers were armed.',
  'ui.timeline.play': 'Play on from here',
  'ui.timeline.stop': 'Stop playing',
  'ui.timeline.speed': 'Events a second',
  'ui.timeline.events-per-second': '{count}/s',
  'ui.timeline.place': 'event {seq} · {seconds} s',
  'ui.timeline.ask-title': 'You are looking at the past',
  'ui.timeline.ask-about':
    'What happened does not change any more. Leave event {seq} by a branch and do it there, or do it in the present.',
  'ui.timeline.ask-fork': 'Fork here and do it',
  'ui.timeline.ask-present': 'Do it now',
  'ui.timeline.ask-not': 'Cancel',
} as const;
