/** The preview of texts that change a letter at a time. */
import type { LabYamlSource, TopologySource } from '../build-topology.js';
import { isSame } from '../same-data.js';
import { previewTopology, type TopologyTexts } from './preview-topology.js';

/**
 * `previewTopology` for somebody who asks again and again: what was read and found in a text the last time holds until that
 * text is another.
 */
export function previewer(): typeof previewTopology {
  const files = keeper<TopologySource>();
  const labYamls = keeper<LabYamlSource>();
  return (texts, ...rest) => {
    const [labYaml] = labYamls(texts.labYaml ? [texts.labYaml] : []);
    const kept: TopologyTexts = {
      name: texts.name,
      files: files(texts.files),
      ...(labYaml ? { labYaml } : {}),
    };
    return previewTopology(kept, ...rest);
  };
}

/** Gives the very source of the last time where it says the same, by its path; no older one is kept. */
function keeper<Source extends { readonly path: string }>(): (sources: readonly Source[]) => Source[] {
  let last = new Map<string, Source>();
  return (sources) => {
    const kept = sources.map((source) => {
      const before = last.get(source.path);
      return before !== undefined && isSame(before, source) ? before : source;
    });
    last = new Map(kept.map((source) => [source.path, source]));
    return kept;
  };
}
