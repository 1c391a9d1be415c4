/** Host events to whoever listens; a listener that throws does not keep the others from hearing. */
import type { HostEvents } from '#core/shared/api/results.js';

type Listeners = { [Name in keyof HostEvents]: Set<(data: HostEvents[Name]) => void> };

export class EventBus {
  private readonly listeners: Listeners = {
    'trace.batch': new Set(),
    'clock.changed': new Set(),
    'branch.changed': new Set(),
    'session.progress': new Set(),
    'breakpoint.hit': new Set(),
  };

  on<Name extends keyof HostEvents>(name: Name, hear: (data: HostEvents[Name]) => void): () => void {
    this.listeners[name].add(hear);
    return () => void this.listeners[name].delete(hear);
  }

  emit<Name extends keyof HostEvents>(name: Name, data: HostEvents[Name]): void {
    for (const hear of this.listeners[name]) {
      try {
        hear(data);
      } catch {
        // A viewer's own trouble: neither the other viewers' nor the lab's.
      }
    }
  }
}
