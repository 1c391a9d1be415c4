/** A comparison in words, for the window and the command line. */
import type { EndDifference, Headline, SubjectDifference } from '../trace/compare/comparison.js';
import { hasText, renderText, type Language } from './render.js';

/** What the two sides are called. */
export interface SideNames {
  left: string;
  right: string;
}

export function sideNames(lang: Language): SideNames {
  return { left: renderText(lang, 'compare.side.left'), right: renderText(lang, 'compare.side.right') };
}

export function renderHeadline(lang: Language, { code, params }: Headline, names = sideNames(lang)): string {
  const side = (name: string | number | undefined): string =>
    name === 'left' || name === 'right' ? names[name] : '';
  const kind = `compare.kind.${params['kind']}`;
  const end = `compare.end.${params['what']}`;
  const value = (text: string | number = ''): string | number =>
    'what' in params ? renderEndValue(lang, String(text)) : text;
  return renderText(lang, code, {
    ...params,
    end: hasText(end) ? renderText(lang, end, params) : '',
    left: value(params['left']),
    right: value(params['right']),
    kind: hasText(kind) ? renderText(lang, kind) : '',
    has: side(params['has']),
    lacks: side(params['lacks']),
    leftName: names.left,
    rightName: names.right,
  });
}

/** `link a>b:5277#1` */
export function renderSubject(lang: Language, { kind, subject }: SubjectDifference): string {
  return `${renderText(lang, `compare.kind.${kind}`)} ${subject}`;
}

export function renderHow(lang: Language, { how }: SubjectDifference, names = sideNames(lang)): string {
  return renderText(lang, `compare.how.${how}`, { leftName: names.left, rightName: names.right });
}

export function renderEnd(lang: Language, { what, subject }: EndDifference): string {
  return renderText(lang, `compare.end.${what}`, { subject });
}

export function renderEndValue(lang: Language, value: string): string {
  return value === '' ? renderText(lang, 'compare.end.none') : value;
}
