/** One option of a room: its field in the owner's form, its standard value, what a change of it tells and does. */

/** XEP-0045 §10.2.1: some other configuration change. */
const CONFIGURATION_CHANGED = '104';

export type FieldKind = 'text-single' | 'boolean' | 'list-single';

/** What a changed option may do to its room. */
export interface RoomEffects {
  /** Stores or deletes the room's rows, as its configuration now says. */
  syncPersistence(): void;
  /** Takes out everyone who may not be in a members-only room. */
  excludeNonMembers(): void;
}

export interface RoomFeature<Value = unknown> {
  /** `var` of the form field. */
  readonly field: string;
  readonly label: string;
  readonly kind: FieldKind;
  /** Value → label, of a list. */
  readonly options?: Readonly<Record<string, string>>;
  readonly standard: string;
  /** A submitted text in the form in which it is kept; undefined when it is not acceptable. */
  normalise(text: string): string | undefined;
  /** Value of a kept text. */
  read(text: string): Value;
  /** The room's disco#info feature that says so. */
  discoFeature?(text: string): string;
  /** Status code that tells the occupants of a change to this value. */
  status(text: string): string;
  /** Runs after the occupants were told. */
  changed?(room: RoomEffects, text: string): void;
}

/** What differs from feature to feature, beyond field, label and standard value. */
type Extras<Value> = Partial<Pick<RoomFeature<Value>, 'discoFeature' | 'status' | 'changed' | 'normalise'>>;

interface Field<Value> {
  field: string;
  label: string;
  standard: Value;
}

const plainStatus = (): string => CONFIGURATION_CHANGED;

/** A yes-or-no option; kept as `1` and `0` (XEP-0004 §3.3). */
export function booleanFeature(field: Field<boolean>, extras: Extras<boolean> = {}): RoomFeature<boolean> {
  return {
    field: field.field,
    label: field.label,
    kind: 'boolean',
    standard: field.standard ? '1' : '0',
    normalise: booleanText,
    read: (text) => text === '1',
    status: plainStatus,
    ...extras,
  };
}

/** A line of text. */
export function textFeature(field: Field<string>, extras: Extras<string> = {}): RoomFeature<string> {
  return {
    ...field,
    kind: 'text-single',
    normalise: (text) => text,
    read: (text) => text,
    status: plainStatus,
    ...extras,
  };
}

/** One of a list. */
export function listFeature<Option extends string>(
  field: Field<Option> & { options: Readonly<Record<Option, string>> },
  extras: Extras<Option> = {},
): RoomFeature<Option> {
  const isOption = (text: string): text is Option => Object.hasOwn(field.options, text);
  return {
    ...field,
    kind: 'list-single',
    normalise: (text) => (isOption(text) ? text : undefined),
    read: (text) => (isOption(text) ? text : field.standard),
    status: plainStatus,
    ...extras,
  };
}

function booleanText(text: string): string | undefined {
  const value = text.trim().toLowerCase();
  if (value === '1' || value === 'true') return '1';
  return value === '0' || value === 'false' ? '0' : undefined;
}
