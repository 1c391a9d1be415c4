/** What the state charts say about a state or a transition. The English is the machine file's own `description`. */
import type { Language } from './render.js';
import { machinesZhCn } from './zh-cn/machines.js';

/** A description of a machine file in the language of the reader; one without a translation stays English. */
export function machineText(lang: Language, description: string): string {
  if (lang === 'en' || !Object.hasOwn(machinesZhCn, description)) return description;
  return machinesZhCn[description] ?? description;
}
