/** Session files on their way to the laboratory. */
import { HostError } from '#core/shared/api/host-error.js';
import type { ErrorMessage } from '#core/shared/api/messages.js';
import { MOST_PACKED_BYTES, SESSION_DOOR } from '#core/shared/api/session-door.js';
import type { OpenedSession } from '#core/shared/api/session-view.js';

/** Throws `session-file-too-large`: the laboratory would not read it. */
export function checkSize({ size }: Blob): void {
  if (size <= MOST_PACKED_BYTES) return;
  throw new HostError('session-file-too-large', { most: MOST_PACKED_BYTES / 1024 / 1024 });
}

export function base64Of(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    // `data:TYPE;base64,…`
    reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '');
    reader.onerror = () =>
      reject(new HostError('session-unreadable', { path: 'file', reason: reader.error?.name ?? '' }));
    reader.readAsDataURL(file);
  });
}

/** Browser mode: past the WebSocket, whose messages are bounded, with the token that has opened this page. */
export async function uploadSession(location: Location, file: Blob): Promise<OpenedSession> {
  const token = new URLSearchParams(location.search).get('token') ?? '';
  const answer = await fetch(`${SESSION_DOOR}?token=${encodeURIComponent(token)}`, {
    method: 'POST',
    body: file,
  }).then(
    (response) => response.json() as Promise<{ result?: OpenedSession; error?: ErrorMessage }>,
    () => undefined,
  );
  if (answer?.result) return answer.result;
  const { code, params } = answer?.error ?? { code: 'closed', params: {} };
  throw new HostError(code, params);
}
