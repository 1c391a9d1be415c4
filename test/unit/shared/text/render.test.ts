import { describe, expect, it } from 'vitest';
import { LINT_RULES } from '#core/shared/config/lint/rules.js';
import { en } from '#core/shared/text/en.js';
import { renderFinding } from '#core/shared/text/render-finding.js';
import { hasText, languageOf, renderText } from '#core/shared/text/render.js';
import { zhCn } from '#core/shared/text/zh-cn.js';

const slots = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

describe('texts', () => {
  it('has the same keys and slots in both languages', () => {
    expect(Object.keys(zhCn).sort()).toEqual(Object.keys(en).sort());
    for (const key of Object.keys(en) as (keyof typeof en)[]) {
      expect([key, ...slots(zhCn[key])]).toEqual([key, ...slots(en[key])]);
    }
  });

  it('has a message and a reason for every code of every rule', () => {
    const codes = LINT_RULES.map((rule) => rule.code);
    for (const code of codes)
      expect([code, hasText(`lint.${code}`), hasText(`lint.${code}.why`)]).toEqual([code, true, true]);
  });

  it('fills slots, and only those it has', () => {
    expect(renderText('en', 'lint.C18', { item: 'h2' })).toContain('"h2" becomes');
    expect(renderText('zh-CN', 'lint.C18', { item: '$&' })).toContain('“$&”');
    expect(renderText('en', 'lint.C18')).toContain('{item}');
    expect(renderText('en', 'toString')).toBe('toString');
  });

  it('renders a finding by its variant', () => {
    const params = { plugin: 'presence', variant: 'presence' };
    expect(renderFinding('en', { code: 'C15', params }).message).toBe(
      'Without the plugin presence no standard client can join a room.',
    );
    expect(renderFinding('zh-CN', { code: 'C15', params }).why).toContain('amp');
    expect(renderFinding('en', { code: 'C15', params: { plugin: 'x', variant: 'none' } }).why).toContain(
      '501',
    );
  });

  it('knows a language by its locale', () => {
    expect([
      languageOf('zh_CN.UTF-8'),
      languageOf('zh-Hans'),
      languageOf('en_US'),
      languageOf(undefined),
    ]).toEqual(['zh-CN', 'zh-CN', 'en', 'en']);
  });
});
