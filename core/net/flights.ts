/** What one direction of a link has inside its socket: released, and not yet read by the receiver. */
import type { WireItem } from './frame.js';

export interface Flight {
  item: WireItem;
  /** Bytes still to be read by the receiver. */
  missing: number;
  parts: Uint8Array[];
  done: () => void;
}

export class Flights {
  private readonly flights: Flight[] = [];

  add(item: WireItem, missing: number, done: () => void): void {
    this.flights.push({ item, missing, parts: [], done });
  }

  /** Takes bytes that the receiver has read; gives the flight that they complete, and what is left of them. */
  take(chunk: Uint8Array): { landed?: { flight: Flight; bytes: Uint8Array }; rest: Uint8Array } {
    const flight = this.flights[0];
    if (!flight) return { rest: new Uint8Array(0) };
    const part = chunk.subarray(0, flight.missing);
    const rest = chunk.subarray(part.length);
    flight.missing -= part.length;
    flight.parts.push(part);
    if (flight.missing > 0) return { rest };
    this.flights.shift();
    return {
      landed: { flight, bytes: flight.parts.length === 1 ? part : Buffer.concat(flight.parts) },
      rest,
    };
  }

  /**
   * The FIN or RST that the receiver has met, with what it has overtaken: a RST passes what was not read yet.
   * undefined: none is under way.
   */
  takeClose(kind: 'fin' | 'reset'): { flight: Flight; lost: Flight[] } | undefined {
    const index = kind === 'fin' ? 0 : this.flights.findIndex(({ item }) => item.kind === 'reset');
    const flight = this.flights[index];
    if (flight?.item.kind !== kind) return undefined;
    return { flight, lost: this.flights.splice(0, index + 1).slice(0, index) };
  }

  clear(): Flight[] {
    return this.flights.splice(0);
  }

  /** Whether a RST is under way: the close that follows was asked for. */
  get resetting(): boolean {
    return this.flights.some(({ item }) => item.kind === 'reset');
  }
}
