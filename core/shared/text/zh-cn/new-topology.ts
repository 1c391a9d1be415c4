/** 新建拓扑：哪些内容无法写入文件，以及命令的文案。 */
import type { newTopologyEn } from '../en/new-topology.js';

export const newTopologyZhCn = {
  'new-topology.count': '{given} 不是合法的进程数：服务器至少一台，每类进程最多 {most} 个。',
  'new-topology.domain': '“{given}”不是域名。请给出 chat.example 这样的名称。',
  'new-topology.host-name': '“{given}”不是主机名。请给出 server1.chat.example 这样的名称，而不是地址。',
  'new-topology.host-name-twice': '两台服务器不能都叫 {given}。请给每台各自的主机名。',
  'new-topology.secret': '“{given}”不能用作密钥：不能为空，也不能含有空白、反斜杠或 : , ; 中的任何字符。',
  'new-topology.database': '“{given}”不能用作数据库 URI：必须是一行，且不含反斜杠。',

  'cli.new': '在一个新目录中写出新拓扑的各个文件',
  'cli.new.folder': '要创建的目录；其中不能已有内容',
  'cli.new.servers': '同一集群中的服务器数（默认 2）',
  'cli.new.mucs': 'MUC 进程数，每个都连接所有服务器（默认 2）',
  'cli.new.domain': '服务器的虚拟主机；聊天室位于 muc.DOMAIN',
  'cli.new.host-names': '各服务器的主机名，以逗号分隔（默认 server1.DOMAIN 等）',
  'cli.new.cluster-secret': '服务器之间的密码（默认随机生成）',
  'cli.new.component-secret': '服务器与 MUC 进程之间的密码（默认随机生成）',
  'cli.new.db': '共享数据库的 URI；实验室从不连接它（默认以域名命名）',
  'cli.new.not-empty': '{path} 不是空目录，因此没有写入任何内容。请指定一个尚不存在的目录。',
} as const satisfies Record<keyof typeof newTopologyEn, string>;
