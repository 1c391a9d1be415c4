import { z } from 'zod';

/** A stanza pattern: every given part must match; attribute values are compared as text. */
export const stanzaPattern = z
  .object({
    /** Element name: `message`, `presence`, `iq`, `cluster`, `handshake`, `stream:stream`. */
    name: z.string().optional(),
    /** Attributes of the element. */
    attrs: z.record(z.string(), z.string()).optional(),
    /** Name of a child element at any depth. */
    child: z.string().optional(),
    /** Text that the frame contains. */
    contains: z.string().optional(),
  })
  .strict();
export type StanzaPattern = z.infer<typeof stanzaPattern>;
