/** Words between the page, its preload script and the desktop, on the page's own `message` events and on IPC. */

/** The page listens: hand the port over. */
export const PAGE_READY = 'cluster-lab-ready';

/** Comes with the port to the lab's process. */
export const PORT_MESSAGE = 'cluster-lab-port';

/** The lab's process has ended: a port of it stays silent and does not close by itself. */
export const LAB_GONE = 'lab-gone';
