/** The little of @xmpp/client 0.14 that the tests use; the package brings no types. */
declare module '@xmpp/client' {
  export interface XmppElement {
    name: string;
    attrs: Record<string, string | undefined>;
    getChild(name: string, xmlns?: string): XmppElement | undefined;
    getChildren(name: string, xmlns?: string): XmppElement[];
    getChildText(name: string, xmlns?: string): string | null;
    toString(): string;
  }

  export type Authenticate = (
    credentials: { username: string; password: string },
    mechanism: string,
  ) => Promise<void>;

  export interface XmppClient {
    on(event: 'stanza', hear: (stanza: XmppElement) => void): void;
    on(event: 'error', hear: (error: Error) => void): void;
    /** Resolves with the bound JID. */
    start(): Promise<{ toString(): string }>;
    stop(): Promise<unknown>;
    send(stanza: XmppElement): Promise<void>;
    iqCaller: { request(iq: XmppElement, timeoutMs?: number): Promise<XmppElement> };
    reconnect: { stop(): void };
  }

  export function client(options: {
    service: string;
    domain: string;
    resource?: string;
    credentials: (authenticate: Authenticate, mechanisms: string[]) => Promise<void>;
  }): XmppClient;

  export function xml(
    name: string,
    attrs?: Record<string, string>,
    ...children: (XmppElement | string)[]
  ): XmppElement;
}
