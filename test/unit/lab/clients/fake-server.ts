/** What the fake server says to a client on its way online. */
import { createHash, createHmac, pbkdf2Sync } from 'node:crypto';
import type { Script } from './fake-lab.js';

export const HEADER =
  "<?xml version='1.0'?><stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' id='s1' from='example.org' version='1.0'>";
export const SASL = 'urn:ietf:params:xml:ns:xmpp-sasl';

const MECHANISMS = `<stream:features><mechanisms xmlns='${SASL}'><mechanism>PLAIN</mechanism><mechanism>SCRAM-SHA-1</mechanism></mechanisms></stream:features>`;
const BIND = "<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/>";
const SESSION = "<session xmlns='urn:ietf:params:xml:ns:xmpp-session'/>";

/** An obliging server; `over` answers first where it has something to say. */
export function obliging(over: Script = () => []): Script {
  const streams = new Map<unknown, number>();
  return (frame, connection) => {
    const own = over(frame, connection);
    if (own.length > 0) return own;
    if (frame.startsWith('<stream:stream')) {
      const count = (streams.get(connection) ?? 0) + 1;
      streams.set(connection, count);
      return [HEADER, count === 1 ? MECHANISMS : `<stream:features>${BIND}${SESSION}</stream:features>`];
    }
    if (frame.startsWith('<auth')) return [`<success xmlns='${SASL}'/>`];
    if (frame.includes('<bind')) {
      const jid = `<jid>alice@example.org/phone</jid>`;
      return [
        `<iq type='result' id='bind'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'>${jid}</bind></iq>`,
      ];
    }
    if (frame.includes('<session')) return ["<iq type='result' id='session'/>"];
    return frame === '</stream:stream>' ? [frame] : [];
  };
}

/** The server's side of SCRAM-SHA-1 (RFC 5802), written from the RFC and not from the client. */
export function scramServer(password: string): Script {
  const salt = Buffer.from('0123456789abcdef');
  let first = '';
  let challenge = '';
  return (frame) => {
    const text = Buffer.from(/>([^<]*)</.exec(frame)?.[1] ?? '', 'base64').toString();
    if (frame.startsWith('<auth')) {
      first = text.slice('n,,'.length);
      challenge = `${/r=[^,]*/.exec(first)?.[0] ?? ''}server,s=${salt.toString('base64')},i=4096`;
      return [`<challenge xmlns='${SASL}'>${Buffer.from(challenge).toString('base64')}</challenge>`];
    }
    if (!frame.startsWith('<response')) return [];
    const [withoutProof = '', proof = ''] = text.split(',p=');
    const salted = pbkdf2Sync(password, salt, 4096, 20, 'sha1');
    const sign = (key: Uint8Array, signed: string): Buffer => createHmac('sha1', key).update(signed).digest();
    const message = `${first},${challenge},${withoutProof}`;
    const storedKey = createHash('sha1').update(sign(salted, 'Client Key')).digest();
    const clientKey = Buffer.from(proof, 'base64').map(
      (byte, at) => byte ^ (sign(storedKey, message)[at] ?? 0),
    );
    if (!createHash('sha1').update(clientKey).digest().equals(storedKey)) {
      return [`<failure xmlns='${SASL}'><not-authorized/></failure>`];
    }
    const verifier = `v=${sign(sign(salted, 'Server Key'), message).toString('base64')}`;
    return [`<success xmlns='${SASL}'>${Buffer.from(verifier).toString('base64')}</success>`];
  };
}
