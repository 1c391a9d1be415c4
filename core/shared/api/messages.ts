/** The three shapes that cross any transport of the host API. */
export interface Request {
  id: number;
  command: string;
  args?: unknown;
}

export type Response =
  | { id: number; result: unknown }
  | { id: number; error: { code: string; params: Record<string, string | number>; text?: string } };

export interface EventMessage {
  event: string;
  data: unknown;
}
