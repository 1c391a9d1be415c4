import { describe, expect, it } from 'vitest';
import {
  componentRange,
  pathRange,
  readComponentSetting,
  type ComponentSetting,
} from '#core/shared/config/component-settings.js';
import { parseInitProperties } from '#core/shared/config/init-properties.js';

function setting(text: string): ComponentSetting {
  const [entry] = parseInitProperties('f', text).entries;
  const read = entry && readComponentSetting(entry);
  if (!read) throw new Error('no setting');
  return read;
}

const onLine = (line: number, column: number, endLine: number, endColumn: number) => {
  return { file: 'f', line, column, endLine, endColumn };
};

describe('readComponentSetting', () => {
  it('takes component, path, type marker and value apart', () => {
    expect(setting('c2s/connections/5222/x[I] = 0x10=1')).toMatchObject({
      component: 'c2s',
      path: 'c2s/connections/5222/x',
      type: 'I',
      value: '0x10',
    });
    expect(setting('muc/history-db = a=b')).toMatchObject({ type: undefined, value: 'a=b' });
    expect(setting('muc/x[F] = 1')).toMatchObject({ path: 'muc/x[F]', type: undefined });
  });

  it('knows where the parts of the key stand, whatever is escaped or continued', () => {
    const escaped = setting('  sess\\-man/plugins-conf/jabber\\:iq\\:auth/x[B] = true');
    expect(escaped.path).toBe('sess-man/plugins-conf/jabber:iq:auth/x');
    expect(componentRange(escaped)).toEqual(onLine(1, 3, 1, 12));
    expect(pathRange(escaped)).toEqual(onLine(1, 3, 1, 44));
    const continued = setting('sess-\\\n   man/a[S]=1');
    expect(componentRange(continued)).toEqual(onLine(1, 1, 2, 7));
    expect(pathRange(continued)).toEqual(onLine(1, 1, 2, 9));
  });
});
