/** What the host API answers when a topology cannot be edited or saved as it is told. */
export const topologyEn = {
  'host.topology-unreadable':
    '{file}, line {line}: this cannot be read ({code}), so nothing was applied and the lab goes on as it was. Mend it first.',
  'host.topology-without-process':
    'No file describes a process, so nothing was changed. Keep at least one NAME.properties file.',
  'host.topology-process-twice':
    '{file} describes the process {process}, and so does {other}, so nothing was applied. Each process has one file: rename one of the two, or take it out.',
  'host.topology-bad-name':
    '"{name}" cannot be the name of a file here, so nothing was changed. Call it NAME.properties, NAME/init.properties, NAME/etc/init.properties or lab.yaml.',
  'host.topology-name-twice':
    'Two files are called "{name}", so nothing was changed. Rename one of them, or take it out.',
  'host.topology-too-large':
    '{file} is larger than {limit} KB. A configuration has some kilobytes; is this the right file?',
  'host.topology-too-large-together':
    'These files have more than {limit} KB together. A configuration has some kilobytes; are these the right files?',
  'host.topology-too-many':
    'A topology has at most {limit} files, and these are {count}. Leave out what does not belong to it.',
  'host.topology-no-folder':
    'This topology came from no folder. Say where to save it (folder), or download its files.',
  'host.topology-is-example':
    '{path} belongs to the examples, which stay as they were shipped. Save into another folder.',
  'host.topology-outside':
    '{file} is a link that leads out of the folder or to nothing, so nothing was written. Point it at a file inside.',
  'host.topology-changed':
    '{file} has been changed on disk since it was read, so nothing was written. Open the topology again, or save over it (overwrite).',
  'host.topology-not-text':
    '{file} has characters that no file can keep: a NUL, or half of a pair. Take them out.',
  'host.topology-unwritable': '{path} could not be written ({reason}). Check the folder and the permissions.',
} as const;
