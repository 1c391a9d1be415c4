import { describe, expect, it } from 'vitest';
import { found, seedWith } from './topology-support.js';

const EXT = '--comp-name-1=ext\n--comp-class-1=tigase.server.ext.ComponentProtocol\n';

describe('configuration language', () => {
  it('C1: a config-type with a slip', () => {
    expect(found(seedWith('muc1', '--gen-config-comp', '—-genconfig-comp'), 'C1')).toEqual([
      'error muc1 1: —-genconfig-comp',
    ]);
    expect(found({ p: 'config-type=--gen-config-default' }, 'C1')).toEqual([]);
  });

  it('C2: config-type with dashes', () => {
    expect(found(seedWith('muc1', 'config-type', '--config-type'), 'C2')).toEqual([
      'error muc1 1: --config-type',
    ]);
    expect(found(seedWith('muc1', 'config-type', '--config-type'), 'C20')).toEqual([]);
  });

  it('C3, C4, C5, C6, C7: names and classes of components', () => {
    expect(found(seedWith('muc1', '--comp-class-1', '--comp-class-2'), 'C3')).toEqual(['error muc1 6: muc']);
    expect(found(seedWith('muc1', '--comp-class-1', '--comp-class-2'), 'C4')).toEqual([
      'warning muc1 8: --comp-class-2',
    ]);
    expect(found({ p: '--comp-name-1=ext' }, 'C3')).toEqual([]);
    expect(found(seedWith('muc1', 'muc.MUCComponent', 'muc.MucComponent'), 'C5')).toEqual([
      'warning muc1 8: tigase.muc.MucComponent',
    ]);
    expect(found({ p: '--comp-name-1=Muc\n--comp-class-1=tigase.muc.MUCComponent' }, 'C6')).toEqual([
      'info p 1: Muc',
    ]);
    expect(found({ p: `config-type=--gen-config-comp\n${EXT}` }, 'C7')).toEqual(['info p 2: ext']);
    expect(found({ p: `config-type=--gen-config-def\n${EXT}` }, 'C7')).toEqual([]);
  });

  it('C8, C9: --external and what reads it', () => {
    expect(found(seedWith('server1', /--comp-(name|class)-1.*\n/g, ''), 'C8')).toEqual([
      'error server1 11: --external',
    ]);
    expect(found(seedWith('server1', /--external.*\n/, ''), 'C9')).toEqual(['error server1 11: ext']);
    expect(found({ p: 'config-type=--gen-config-comp' }, 'C9')).toEqual(['warning p 1: --gen-config-comp']);
  });

  it('C10, C11: setting lines', () => {
    expect(found({ p: 'virt-hosts=x\nc2s/a[S]=b=c\nc2s/b=c=d\n' }, 'C10')).toEqual(['error p 1: virt-hosts']);
    expect(found({ p: 'virt-hosts=x\nc2s/a[S]=b=c\nc2s/b=c=d\n' }, 'C11')).toEqual(['warning p 2: =c']);
  });

  it('C12: each value that is lost', () => {
    expect(found({ p: '--test=1\n--debug=a\n--test=2\n--test=3' }, 'C12')).toEqual([
      'warning p 1: --test',
      'warning p 3: --test',
    ]);
  });

  it('C13, C14: words and blanks that Tigase does not take', () => {
    expect(found({ p: '--hardened-mode=yes\n--cluster-mode=yes' }, 'C13')).toEqual(['warning p 1: yes']);
    expect(found({ p: '--sm-plugins=-pep, +caps\n--debug=a, b' }, 'C14')).toEqual(['warning p 1:  +caps']);
  });

  it('C15: plugins that something needs', () => {
    const removed = (list: string, more = '') => found({ p: `--sm-plugins=${list}\n${more}` }, 'C15');
    expect(removed('-disco,-urn:ietf:params:xml:ns:xmpp-bind')).toEqual([
      'error p 1: -urn:ietf:params:xml:ns:xmpp-bind',
    ]);
    expect(removed('-urn:ietf:params:xml:ns:xmpp-sasl,-default-handler')).toHaveLength(2);
    expect(removed('-presence,-jabber:iq:roster')).toEqual([
      'warning p 1: -presence',
      'warning p 1: -jabber:iq:roster',
    ]);
    expect(removed('-presence,+roster-presence')).toEqual([]);
    expect(removed('-presence,+presence')).toEqual([]);
    expect(removed('-starttls')).toEqual([]);
    expect(removed('-starttls', '--vhost-tls-required=true')).toEqual(['error p 1: -starttls']);
    expect(removed('-starttls', '--virt-hosts=a,b:tls-required')).toEqual(['error p 1: -starttls']);
    expect(removed('-presence', 'config-type=--gen-config-comp')).toEqual([]);
  });

  it('C16, C21, C22: plugin ids', () => {
    const list = { p: '--sm-plugins=-startls,-pep,+com.example.x,+pep,-starttls=4,+prezence=2' };
    expect(found(list, 'C16')).toEqual([
      'warning p 1: -startls',
      'warning p 1: -starttls=4',
      'warning p 1: +prezence=2',
    ]);
    expect(found(list, 'C21')).toEqual(['info p 1: -pep']);
    expect(found(list, 'C22')).toEqual(['info p 1: +com.example.x', 'info p 1: +pep']);
    expect(
      found({ p: '--user-repo-pool=com.x.Pool\n--comp-name-1=a\n--comp-class-1=com.x.A' }, 'C22'),
    ).toEqual(['info p 1: com.x.Pool', 'info p 3: com.x.A']);
  });

  it('C17, C18, C20: properties', () => {
    expect(found({ p: '--net-buff-standard=2k' }, 'C17')).toEqual(['info p 1: --net-buff-standard']);
    expect(found(seedWith('muc1', ';vm-128-158', ',vm-128-158'), 'C18')).toEqual([
      'error muc1 9: vm-128-158:accept',
    ]);
    const text =
      '--virt-host=a\n--user-db-uri[x.org]=y\n--c2s-ports=1\n--zzzzzzzzzzzz=1\n--comp-name-abc=muc\n--ext-comp_2=a';
    expect(found({ p: text }, 'C20')).toEqual(['warning p 1: --virt-host', 'warning p 4: --zzzzzzzzzzzz']);
  });
});
