/** What the host answers instead of a result: a code of core/shared/text with its parameters, never prose. */
export class HostError extends Error {
  readonly code: string;
  readonly params: Record<string, string | number>;

  constructor(code: string, params: Record<string, string | number> = {}) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = 'HostError';
    this.code = code;
    this.params = params;
  }
}
