/** What the next byte belongs to. Up to `CDATA`: content; from `NAME` on: inside a tag. */
export const BETWEEN = 0;
export const TEXT = 1;
export const ENTITY = 2;
export const LESS_THAN = 3;
export const DECLARATION = 4;
export const BANG = 5;
export const CDATA = 6;
export const NAME = 7;
export const AFTER_VALUE = 8;
export const IN_TAG = 9;
export const ATTRIBUTE_NAME = 10;
export const EQUALS = 11;
export const QUOTE = 12;
export const VALUE = 13;
export const SLASH = 14;
export const END_NAME = 15;
export const END_SPACE = 16;

/** The bytes that make markup. */
export const LT = 0x3c;
export const GT = 0x3e;
export const AMP = 0x26;
