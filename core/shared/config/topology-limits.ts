/** How large a topology may be, wherever its texts come from: a folder, or a caller of the host API. */

/** Bytes of one file, and of all files of a topology together. Real files have a few KB; 4 MB are some 100,000 properties. */
export interface TopologyLimits {
  fileBytes: number;
  /** Of `lab.yaml`: its reader compares every two keys of a map. */
  yamlBytes: number;
  totalBytes: number;
  files: number;
}

const KB = 1024;

export const TOPOLOGY_LIMITS: TopologyLimits = {
  fileBytes: 4096 * KB,
  yamlBytes: 64 * KB,
  totalBytes: 4 * 4096 * KB,
  files: 500,
};

/** A bound as people are told of it. */
export function inKilobytes(bytes: number): number {
  return Math.floor(bytes / KB);
}
