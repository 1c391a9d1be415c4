/** 无法按要求编辑或保存拓扑时，主机接口给出的回答。 */
import type { topologyEn } from '../en/topology.js';

export const topologyZhCn = {
  'host.topology-unreadable':
    '{file} 第 {line} 行无法读取（{code}），因此没有应用任何改动，实验室照旧运行。请先改正。',
  'host.topology-without-process':
    '没有文件描述任何进程，因此没有改动任何内容。请至少保留一个 NAME.properties 文件。',
  'host.topology-process-twice':
    '{file} 和 {other} 描述的是同一个进程 {process}，因此没有应用任何改动。每个进程只对应一个文件：请给其中一个改名，或将其去掉。',
  'host.topology-bad-name':
    '“{name}”不能用作这里的文件名，因此没有改动任何内容。请命名为 NAME.properties、NAME/init.properties、NAME/etc/init.properties 或 lab.yaml。',
  'host.topology-name-twice': '有两个文件都叫“{name}”，因此没有改动任何内容。请给其中一个改名，或将其去掉。',
  'host.topology-too-large': '{file} 超过了 {limit} KB。配置文件一般只有几 KB，是不是选错了文件？',
  'host.topology-too-large-together':
    '这些文件合计超过了 {limit} KB。配置文件一般只有几 KB，是不是选错了文件？',
  'host.topology-too-many': '一个拓扑最多 {limit} 个文件，这里有 {count} 个。请去掉不属于它的文件。',
  'host.topology-no-folder': '此拓扑不是从目录打开的。请指定保存位置（folder），或下载各个文件。',
  'host.topology-is-example': '{path} 属于自带示例，示例保持原样不作改动。请另存到其他目录。',
  'host.topology-outside':
    '{file} 是一个指向目录之外或不存在之处的链接，因此没有写入任何内容。请把链接改为指向目录内的文件。',
  'host.topology-changed':
    '{file} 读入之后在磁盘上又被改动，因此没有写入任何内容。请重新打开拓扑，或选择覆盖（overwrite）。',
  'host.topology-not-text': '{file} 含有文件无法保存的字符：NUL，或不成对的代理字符。请删去。',
  'host.topology-unwritable': '{path} 无法写入（{reason}）。请检查目录和权限。',
} as const satisfies Record<keyof typeof topologyEn, string>;
