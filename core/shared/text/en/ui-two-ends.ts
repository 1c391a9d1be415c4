/** Sentences of the window: both ends of a link and the wire between them. */
export const uiTwoEndsEn = {
  'ui.two-ends.open': 'Two ends and the wire',
  'ui.two-ends.title': 'Both ends of {link}',
  'ui.two-ends.wire': 'Frames and transitions, from the top down',
  'ui.two-ends.flying': '… on its way',
  'ui.two-ends.then': 'The charts show the moment after event #{seq}.',
  'ui.two-ends.is-now': 'The charts show now.',
  'ui.two-ends.earlier': 'The moment before',
  'ui.two-ends.later': 'The moment after',
  'ui.two-ends.now': 'Show now',
  'ui.two-ends.mismatch.gone':
    '{one} believes in this connection ({state}), but {other} has none any more, since {since}.',
  'ui.two-ends.mismatch.opening':
    '{one} takes this connection for ready ({state}), but {other} is not that far, since {since}.',
} as const;
