import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { externalItemFrom } from '#core/shared/config/external.js';

describe('one item of --external, typed by somebody', () => {
  it('is read as in the file', () => {
    expect(
      externalItemFrom('muc.example.org:s:listen:5270:example.org;a;b:accept:SenderBareJidLB'),
    ).toMatchObject({
      domain: 'muc.example.org',
      secret: 's',
      type: 'accept',
      port: 5270,
      remoteDomain: 'example.org',
      addresses: ['a', 'b'],
      protocol: 'jabber:component:accept',
      loadBalancer: 'SenderBareJidLB',
    });
    expect(externalItemFrom('chat.example.org:s')).toMatchObject({ port: -1, addresses: ['*'] });
    expect(externalItemFrom('chat.example.org:s:connect:527O')).toMatchObject({
      port: 5277,
      unreadablePort: '527O',
    });
  });

  it.each(['', ':s', ',', 'a.org:s,b.org:s', 'a.org:s\n--external=b.org:s'])('is none: %j', (text) =>
    expect(externalItemFrom(text)).toBeUndefined(),
  );

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void externalItemFrom(text)));
  });
});
