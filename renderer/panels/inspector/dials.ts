/** Who has dialled which link: the canvas's fold, kept here for the ends of the link that is looked at. */
import { DialFold } from '#renderer/flow/link-machines.js';
import { LogReader } from '#renderer/flow/log-reader.js';
import { labStore, log } from '#renderer/store/lab-store.js';

let dials = new DialFold();
const reader = new LogReader();

export function currentDials(): DialFold {
  const { again, events } = reader.take(log.all());
  if (again) dials = new DialFold();
  for (const event of events) dials.take(event);
  return dials;
}

/** Reads on as the log grows: it forgets its oldest events, and this must not. */
export function followDials(): () => void {
  currentDials();
  return labStore.subscribe(() => void currentDials());
}
