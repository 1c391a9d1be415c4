/** The three shapes that cross any transport of the host API. */
export interface Request {
  id: number;
  command: string;
  args?: unknown;
}

export interface ErrorMessage {
  code: string;
  params: Record<string, string | number>;
  /** The same in the language of the process. */
  text?: string;
}

export type Response = { id: number; result: unknown } | { id: number; error: ErrorMessage };

export interface EventMessage {
  event: string;
  data: unknown;
}
