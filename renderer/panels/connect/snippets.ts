/** Programs that log in at a server of the lab, ready to run. */
export interface Door {
  address: string;
  port: number;
  domain: string;
}

export interface Snippet {
  name: string;
  /** Where it is run or written. */
  language: 'python' | 'shell' | 'javascript';
  code: string;
}

const USER = 'alice';

export function snippets({ address, port, domain }: Door): Snippet[] {
  return [
    { name: 'slixmpp', language: 'python', code: slixmpp(address, port, domain) },
    { name: 'profanity', language: 'shell', code: profanity(address, port, domain) },
    { name: '@xmpp/client', language: 'javascript', code: xmppJs(address, port, domain) },
  ];
}

function slixmpp(address: string, port: number, domain: string): string {
  return `import asyncio
from slixmpp import ClientXMPP

async def main():
    xmpp = ClientXMPP("${USER}@${domain}", "${USER}")
    xmpp["feature_mechanisms"].unencrypted_plain = True
    xmpp.add_event_handler("session_start", lambda _: xmpp.send_presence())
    xmpp.add_event_handler("message", lambda msg: print(msg))
    if hasattr(xmpp, "enable_direct_tls"):
        # newer slixmpp
        xmpp.enable_direct_tls = xmpp.enable_starttls = False
        xmpp.enable_plaintext = True
        xmpp.connect("${address}", ${port})
    else:
        xmpp.connect(("${address}", ${port}), force_starttls=False, disable_starttls=True)
    await asyncio.Event().wait()

asyncio.run(main())`;
}

function profanity(address: string, port: number, domain: string): string {
  return `/connect ${USER}@${domain} server ${address} port ${port} tls disable`;
}

function xmppJs(address: string, port: number, domain: string): string {
  return `import { client, xml } from '@xmpp/client';

const xmpp = client({
  service: 'xmpp://${address}:${port}',
  domain: '${domain}',
  username: '${USER}',
  password: '${USER}',
});
xmpp.on('stanza', (stanza) => console.log(stanza.toString()));
xmpp.on('online', () => xmpp.send(xml('presence')));
xmpp.on('error', console.error);
xmpp.start();`;
}
