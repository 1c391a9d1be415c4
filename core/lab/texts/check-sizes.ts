/** Texts that a caller of the host API gives are bounded as files of a folder are. */
import { HostError } from '#core/shared/api/host-error.js';
import { LAB_YAML_NAME } from '#core/shared/config/lab-yaml.js';
import { inKilobytes, TOPOLOGY_LIMITS, type TopologyLimits } from '#core/shared/config/topology-limits.js';

/** Throws `topology-too-large`, `topology-too-large-together` or `topology-too-many`. */
export function checkSizes(
  files: readonly { name: string; text: string }[],
  limits: TopologyLimits = TOPOLOGY_LIMITS,
): void {
  const count = files.filter(({ name }) => name !== LAB_YAML_NAME).length;
  if (count > limits.files) throw new HostError('topology-too-many', { limit: limits.files, count });
  let together = 0;
  for (const { name, text } of files) {
    const bytes = Buffer.byteLength(text);
    const most = name === LAB_YAML_NAME ? limits.yamlBytes : limits.fileBytes;
    if (bytes > most) throw new HostError('topology-too-large', { file: name, limit: inKilobytes(most) });
    together += bytes;
  }
  if (together > limits.totalBytes) {
    throw new HostError('topology-too-large-together', { limit: inKilobytes(limits.totalBytes) });
  }
}
