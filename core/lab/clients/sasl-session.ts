/** One authentication of a client: the elements it sends, and whether the server has proved itself. */
import { NS_SASL } from '#core/shared/xmpp/namespaces.js';
import { element, textOf, type Element } from '#core/xml/element.js';
import {
  base64,
  fromBase64,
  plainMessage,
  scramAnswer,
  scramFirstMessage,
  scramVerifier,
  type Credentials,
  type Mechanism,
} from './sasl-client.js';

export class SaslSession {
  private readonly mechanism: Mechanism;
  private readonly credentials: Credentials;
  private readonly nonce: string;
  /** What the server must say; undefined until its challenge has been answered. */
  private expected: string | undefined;
  /** The server has said it. */
  private proven = false;

  constructor(mechanism: Mechanism, credentials: Credentials, nonce: string) {
    this.mechanism = mechanism;
    this.credentials = credentials;
    this.nonce = nonce;
  }

  auth(): Element {
    const plain = this.mechanism === 'PLAIN';
    const message = plain ? plainMessage(this.credentials) : scramFirstMessage(this.credentials, this.nonce);
    return element('auth', { xmlns: NS_SASL, mechanism: this.mechanism }, base64(message));
  }

  /** The answer to a challenge; undefined when there is none to give. */
  response(challenge: Element): Element | undefined {
    if (this.mechanism === 'PLAIN') return undefined;
    const text = fromBase64(textOf(challenge));
    if (this.expected !== undefined) {
      // RFC 5802 §5: the server's signature may come as a challenge, with an empty answer.
      this.proven = this.proves(text);
      return this.proven ? element('response', { xmlns: NS_SASL }) : undefined;
    }
    const answer = scramAnswer(this.credentials, this.nonce, text);
    this.expected = answer?.serverSignature;
    return answer && element('response', { xmlns: NS_SASL }, base64(answer.message));
  }

  /** Whether a `<success/>` comes from a server that knows the password (RFC 5802 §3). */
  trusts(success: Element): boolean {
    return this.mechanism === 'PLAIN' || this.proven || this.proves(fromBase64(textOf(success)));
  }

  private proves(message: string): boolean {
    return this.expected !== undefined && scramVerifier(message) === this.expected;
  }
}
