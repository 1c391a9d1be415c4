import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { labStore, type LabState } from './lab-store.js';

/** Reads a part of the store; draws again when that part has changed (arrays and objects compared one level deep). */
export function useLab<Part>(select: (state: LabState) => Part): Part {
  return useStore(labStore, useShallow(select));
}
