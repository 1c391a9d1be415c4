import { describe, expect, it } from 'vitest';
import { MACHINES } from '#core/shared/machines/catalog.js';
import { machineGraph } from '#core/shared/machines/machine-graph.js';
import { machineText } from '#core/shared/text/machine-text.js';
import { machinesZhCn } from '#core/shared/text/zh-cn/machines.js';

const described = new Set(
  MACHINES.flatMap((machine) => {
    const { states, edges } = machineGraph(machine);
    return [machine.config.description, ...[...states, ...edges].map(({ description }) => description)];
  }).filter((description) => description !== undefined),
);

describe('machineText', () => {
  it('has a Chinese text for every description of every machine, and no other', () => {
    expect([...described].filter((description) => !Object.hasOwn(machinesZhCn, description))).toEqual([]);
    expect(Object.keys(machinesZhCn).filter((description) => !described.has(description))).toEqual([]);
  });

  it('has no empty text', () => {
    expect(Object.entries(machinesZhCn).filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('gives English as it is, and falls back to it', () => {
    expect(machineText('en', 'Carries stanzas')).toBe('Carries stanzas');
    expect(machineText('zh-CN', 'Carries stanzas')).toBe(machinesZhCn['Carries stanzas']);
    expect(machineText('zh-CN', 'Nobody has translated this')).toBe('Nobody has translated this');
    expect(machineText('zh-CN', 'toString')).toBe('toString');
  });
});
