/** The owner's configuration form (§8.7; XEP-0004, XEP-0045 §10.2). */
import { NS_DATA } from '#core/shared/xmpp/namespaces.js';
import { childElements, childNamed, element, textOf, type Element } from '#core/xml/element.js';
import type { RoomFeature } from './features/feature.js';
import { passwordProtected } from './features/password-protected.js';
import { ROOM_FEATURES } from './features/room-features.js';
import { roomSecret } from './features/room-secret.js';
import { QUOTED_TEXTS, refuse, type Refusal } from './refusal.js';
import type { ConfigValues, RoomConfig } from './room-config.js';
import { ROOM_SENTENCES } from './room-sentences.js';

/** The form as an owner gets it. It has no FORM_TYPE (M02). */
export function configForm(config: RoomConfig): Element {
  return element(
    'x',
    { xmlns: NS_DATA, type: 'form' },
    element('title', {}, ROOM_SENTENCES.formTitle),
    element('instructions', {}, ROOM_SENTENCES.formInstructions),
    ...ROOM_FEATURES.map((feature) => formField(feature, config.text(feature))),
  );
}

function formField(feature: RoomFeature, text: string): Element {
  const options = Object.entries(feature.options ?? {});
  return element(
    'field',
    { var: feature.field, type: feature.kind, label: feature.label },
    element('value', {}, text),
    ...options.map(([value, label]) => element('option', { label }, element('value', {}, value))),
  );
}

export type Submission = { values: ConfigValues } | { refusal: Refusal };

/** Reads a submitted form: fields that are unknown are dropped, those without a value stay as they are (§8.7). */
export function readSubmission(form: Element, config: RoomConfig): Submission {
  const values = new Map<string, string>();
  for (const field of childElements(form)) {
    if (field.name !== 'field') continue;
    const feature = ROOM_FEATURES.find((candidate) => candidate.field === field.attrs['var']);
    const text = feature && submittedText(feature, field);
    if (!feature || text === undefined) continue;
    const kept = feature.normalise(text);
    if (kept === undefined) return { refusal: refuse('not-acceptable') };
    values.set(feature.field, kept);
  }
  const refusal = secretRefusal(values, config);
  return refusal ? { refusal } : { values };
}

/** An empty `<value/>` empties a text, and says nothing about any other field. */
function submittedText(feature: RoomFeature, field: Element): string | undefined {
  const value = childNamed(field, 'value');
  const text = value ? textOf(value) : '';
  return text === '' && feature.kind !== 'text-single' ? undefined : text;
}

/** §8.6: a password-protected room needs a password. */
function secretRefusal(values: ConfigValues, config: RoomConfig): Refusal | undefined {
  const will = (feature: RoomFeature): string => values.get(feature.field) ?? config.text(feature);
  const missing = passwordProtected.read(will(passwordProtected)) && will(roomSecret) === '';
  return missing ? refuse('not-acceptable', QUOTED_TEXTS.emptyPassword) : undefined;
}
