/** Desktop: the MessagePort to the lab's process, handed over by the preload script. */
import { LAB_GONE, PAGE_READY, PORT_MESSAGE } from '#core/shared/api/desktop-messages.js';
import type { HostPort } from '#core/shared/api/host-client.js';

/** Whether this page runs in the desktop window: its own protocol. */
export function isDesktop(location: Location): boolean {
  return location.protocol === 'lab:';
}

/** Resolves when the desktop has handed the port over. */
export function openMessagePort(page: Window): Promise<HostPort> {
  return new Promise((resolve) => {
    const take = (event: MessageEvent): void => {
      const [port] = event.ports;
      if (event.source !== page || event.data !== PORT_MESSAGE || !port) return;
      page.removeEventListener('message', take);
      resolve(portOf(port, page));
    };
    page.addEventListener('message', take);
    page.postMessage(PAGE_READY, page.location.origin);
  });
}

function portOf(port: MessagePort, page: Window): HostPort {
  return {
    send: (text) => port.postMessage(text),
    onMessage: (hear) => {
      port.addEventListener('message', ({ data }) => hear(String(data)));
      port.start();
    },
    onClose: (hear) => {
      page.addEventListener('message', (event) => {
        if (event.source === page && event.data === LAB_GONE) hear();
      });
    },
  };
}
