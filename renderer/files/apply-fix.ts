/** Applies a quick fix to the files that it reaches into. */
import { applyEdits } from '#core/shared/config/edit/apply-edits.js';
import type { Fix } from '#core/shared/config/lint/finding.js';
import type { Draft } from './drafts.js';

export function applyFix(drafts: readonly Draft[], fix: Fix): Draft[] {
  return drafts.map((draft) => {
    const edits = fix.edits.filter(({ range }) => range.file === draft.path);
    return edits.length === 0 ? draft : { ...draft, text: applyEdits(draft.text, edits) };
  });
}
