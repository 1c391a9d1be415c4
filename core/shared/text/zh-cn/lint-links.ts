/** 检查器关于链路的文案：服务器之间（K）以及与外部组件（E）。键的约定见 `text/en/lint.ts`。 */
import type { lintLinksEn } from '../en/lint-links.js';

export const lintLinksZhCn = {
  'lint.K1': '{acceptor} 为 {node} 配置的口令与 {node} 自己使用的不同。',
  'lint.K1.why':
    '{acceptor} 记录 WARNING "Handshaking password doesn\'t match, disconnecting"，{node} 每 5 秒重拨一次，永无止境。',
  'lint.K2': '{acceptor} 为 {node} 配置的口令与 {node} 自己使用的不同。',
  'lint.K2.why':
    '握手会被拒绝（"Handshaking password doesn\'t match, disconnecting"），直到启动后 15 至 20 秒，共享的节点表带来正确的口令。',
  'lint.K2.why.7.1':
    '握手被拒绝一次（"Handshaking password doesn\'t match, disconnecting"），共享的节点表随即带来正确的口令。',
  'lint.K3': '{node} 会拨向 {acceptor}，但不在 {acceptor} 的节点列表里。',
  'lint.K3.why':
    '{acceptor} 每 5 秒记录一次 WARNING "Remote hostname not found in local configuration or time difference between cluster nodes is too big. Connection not accepted: …"。',
  'lint.K3.hash': '{node} 列出了 {acceptor}，而应当拨号的 {acceptor} 没有列出 {node}。',
  'lint.K3.hash.why':
    '直到 5.1，只有名称的 Java 散列值较小的节点才拨号，除非设置了 --cluster-connect-all = true。它不认识对方，链路无法建立。',
  'lint.K5': '本拓扑中没有名为 {name} 的进程。',
  'lint.K5.near': '本拓扑中没有名为 {name} 的进程。是否想写 {suggestion}？',
  'lint.K5.why': '每次拨号都会记录 WARNING "Error: creating connection for: …"（地址无法解析），并不断重试。',
  'lint.K6': '节点的名称是 {node}，但它自己的列表里没有这个名称。',
  'lint.K6.why': '它会给自己生成随机口令，并按列表中的名称拨向自己；其他节点会把它看成两个。',
  'lint.K6.why.5.1': '按列表中的名称，它会把自己当作另一个节点，甚至拨向自己；其他节点会把它看成两个。',
  'lint.K6.why.7.0':
    '它会给自己生成随机口令。列表中的那个名称就是它自己的地址：WARNING "Incorrect ClusterRepoItem, skipping connection attempt: …"；其他节点会把它看成两个。',
  'lint.K6.why.7.1':
    '它会给自己生成随机口令。列表中的那个名称就是它自己的地址：WARNING "Incorrect ClusterRepoItem, skipping connection attempt: …"；其他节点会把它看成两个。',
  'lint.K7': 'localhost 不能作为集群节点的名称。',
  'lint.K7.why': '它在每台机器上都指向本机：所有节点共用一个身份，节点表中的行互相覆盖。',
  'lint.K7.why.7.0': '它在每台机器上都指向本机：从 7.0 起，以此为名的节点打印横幅后退出。',
  'lint.K7.why.7.1': '它在每台机器上都指向本机：从 7.0 起，以此为名的节点打印横幅后退出。',
  'lint.K8': '{node} 监听 {port}，而这个列表拨的是 {listed}。',
  'lint.K8.own': '按自己的列表，{node} 监听 {port}，而 {others} 会拨 {listed}。',
  'lint.K8.why': '节点按自己那一项的端口监听。拨向其他端口会被拒绝，每 5 秒悄悄重试。',
  'lint.K9': '{process} 的 {component} 需要端口 {port}，但它已被 {otherProcess} 的 {other} 占用。',
  'lint.K9.why':
    '后一个绑定失败一次，记录 WARNING "Error: creating connection for: …"（BindException），此后不再重试。无法被拨通的节点仍能拨向其他节点。',
  'lint.K11': '{node} 与 {other} 属于同一集群，但互不在对方的列表中。',
  'lint.K11.why':
    '两者之间不会建立链路。由第三个节点转来的节会丢失：WARNING "No cluster connection to send a packet: …"。',
  'lint.K15': '{node} 压缩集群链路，{other} 不压缩。',
  'lint.K15.why':
    '对另一端来说数据流是乱码：10 秒后记录 INFO "ServiceConnectedTimer timeout expired, closing connection: …"，5 秒后再试，如此反复。',
  'lint.K12': '按节点列表 {node} 是集群节点，但它没有设置 --cluster-mode = true。',
  'lint.K12.why': '它没有 cl-comp：其他节点的连接被拒绝，它的用户与其他节点的用户互相隔绝。',
  'lint.K13': '{node} 与 {other} 的虚拟主机不同。',
  'lint.K13.why': '缺少某个域的节点会对客户端返回 host-unknown，转发来的节也无处投递。',
  'lint.K14': '{node} 与 {other} 的用户存放在不同的数据库中。',
  'lint.K14.why': '账号只存在于一个节点（在另一个节点上得到 not-authorized），联系人列表和离线消息也是如此。',
  'lint.K16': '没有设置 --cm-ht-traffic-throttling，{process} 的链路超过每分钟 2500 个包就会被切断。',
  'lint.K16.why':
    '在 7.0.4 及更早版本中，本应生效的默认值丢失：负载升高时出现 WARNING "[[cl-comp]] XMPP Limits exceeded on connection"，集群链路关闭。',
  'lint.K19': '集群策略 {className} 可能不存在。',
  'lint.K19.abstract': '自 5.2 起 {className} 是抽象类，不能使用。',
  'lint.K19.jar': '集群策略 {className} 需要服务器并未自带的 jar。',
  'lint.K19.why':
    'SEVERE "Can not instantiate clustering strategy for class: {className}"，随后会话管理器出现 NullPointerException。',
  'lint.K19.newer': 'Tigase 5.1 还没有 {className}。',
  'lint.K21': '组件进程 {process} 开启了集群模式。',
  'lint.K21.why': '它会打开 5277 并写入节点表，服务器会把它当作集群中的一个节点。',
  'lint.K22': '客户端可能被重定向到“{node}”，这个名称不带域名。',
  'lint.K22.why':
    'see-other-host 给出的是集群内部的节点名，外部客户端无法解析；设置 --cm-see-other-host = none 可关闭重定向。',
  'lint.K25': '自 5.2.0 起 --cluster-connect-all 不再起作用。',
  'lint.K25.why': '每个节点总会拨向其他所有节点，该属性读取后即被忽略。',
  'lint.K26': '{domain} 的组件与集群使用同一个口令。',
  'lint.K26.why': '能以组件身份接入的人也就能以服务器身份加入集群，读到所有内容。',

  'lint.K27': 'Tigase 5.1 会把“{item}”整个当作主机名。',
  'lint.K27.why':
    '直到 5.1，列表中只有主机名；口令对所有节点相同，端口是 cl-comp 的设置。该名称无法解析：WARNING "Error: creating connection for: …"，链路无法建立。',
  'lint.K28': '每个节点 {connections} 条连接中，7.1 会为自己的命令保留 {reserved} 条。',
  'lint.K28.why':
    '用户的数据包只能共用剩下的连接，甚至一条也不剩。请多于 {reserved} 条；不写该属性时为处理器个数，或 5。',
  'lint.K29': '{host} 的端口“{port}”不是数字。',
  'lint.K29.why': '记录 WARNING "Incorrect port number, can\'t parse: {port}"，并改用 5277。',
  'lint.E1': '{process} 与 {server} 为 {domain} 配置的口令不同。',
  'lint.E1.why':
    '{server} 记录 INFO "Handshaking passwords don\'t match, disconnecting..." 并关闭连接；组件不断重拨。',
  'lint.E1.why.5.2':
    '{server} 记录 INFO "Handshaking passwords don\'t match, disconnecting..." 并关闭连接。组件每 17 秒重试一次：先等 15 秒定时器，再等 2 秒。',
  'lint.E1.why.7.1':
    '{server} 记录 INFO "Handshaking passwords don\'t match, disconnecting..." 并关闭连接。组件每 2 秒重试一次。',
  'lint.E2': '{server} 不认识组件域 {domain}。',
  'lint.E2.why': '流以 host-unknown 被拒绝，每 2 秒重拨一次，双方几乎不留日志。',
  'lint.E3': '{process} 的主机名是 {hostname}，这一项却绑定 {name}，即 {owner} 的地址。',
  'lint.E3.nobody': '{process} 的主机名是 {hostname}，这一项却绑定 {name}，而这里没有主机叫这个名称。',
  'lint.E3.why':
    '只有一条 WARNING "Error: creating connection for: {port-no=…}"（BindException 或 Unresolved address），此后端口一直关闭，直到重启进程。',
  'lint.E4': '{process} 的 {component} 需要端口 {port}，但它已被 {otherProcess} 的 {other} 占用。',
  'lint.E4.why':
    '后一个绑定失败一次，记录 WARNING "Error: creating connection for: …"（Address already in use），此后不再重试。',
  'lint.E5': '{process} 没有拨向同一集群的服务器 {server}。',
  'lint.E5.why':
    '{server} 上 {domain} 的连接比其他服务器少：一个都没有时，消息以 remote-server-not-found 告终；数量不同则房间会落到别的进程上。',
  'lint.E6': '{process} 与 {other} 以 {domain} 的身份从同一地址 {address} 拨出。',
  'lint.E6.why':
    '服务器按远端 IP 排序连接，IP 相同则按到达先后，因此两台服务器可能把同一个房间送到不同的进程。',
  'lint.E7': '各服务器为 {domain} 选择连接的方式不同：这里是 {className}，另一处是 {other}。',
  'lint.E7.why': '同一个房间，对一台服务器的用户在一个进程上，对其他用户却在另一个进程上。',
  'lint.E8': '没有名为 {className} 的负载均衡类，改用 {used}。',
  'lint.E8.why':
    '启动时记录 WARNING "Cannot active load balancer for class: {className}, using default LB: …"。',
  'lint.E9': '{className} 会按发送者拆散 {domain} 的每个房间。',
  'lint.E9.why': '每个 MUC 进程各有一个同名房间，各自只有一部分成员。MUC 需要使用 ReceiverBareJidLB。',
  'lint.E10': '{domain} 的两端角色相同。',
  'lint.E10.listen': '{process} 是 {domain} 的组件进程，却在监听；它应当拨向服务器。',
  'lint.E10.connect': '{process} 是 {domain} 的服务器，却在拨号；它应当监听，等待组件。',
  'lint.E10.both': '{domain} 的两端都在拨号，没有一端接受。',
  'lint.E10.why': '服务器监听（listen），组件连接（connect）。像现在这样，建立不起能用的链路。',
  'lint.E11': '缺少协议字段：…:accept。',
  'lint.E11.why': '流头永远不会发出。服务器 15 秒后关闭这个没有任何数据的连接，如此反复。',
  'lint.E12': '协议“connect”没有实现，应写“accept”。',
  'lint.E12.why': '第一个连接就会抛出 UnsupportedOperationException。XEP-0114 在两端都写作 accept。',
  'lint.E13': '端口“{port}”不是数字。',
  'lint.E13.why': '记录 WARNING "Incorrect port number, can\'t parse: {port}"，并改用集群端口 5277。',
  'lint.E14': '{process} 没有地址为 {domain} 的组件；它有的是 {served}。',
  'lint.E14.why':
    '发往 {domain} 的节在这里找不到组件，被直接送回服务器，服务器又送回来：全速循环，直到限流切断链路。',
  'lint.E15': '{process} 以组件身份连接，自己却也有负责 {domain} 的会话管理器。',
  'lint.E15.why': '它自己的会话管理器认为用户不在线，吞掉了发给用户的回复。请使用 --gen-config-comp。',
  'lint.E16': '第一个条目 {name} 被当作远端域名，不会被拨号。',
  'lint.E16.why': '有多个条目时，第一个是服务器的虚拟主机，其后才是地址。',
  'lint.E17': '{name} 既是远端域名，又是唯一拨号的地址。',
  'lint.E17.why': '只有一台服务器时没有问题；有多台时请写成“域名;地址1;地址2”。',
  'lint.E18': '后面还有 {domain} 的条目，本条目被取代。',
  'lint.E18.why': '列表以域名为键，同一个域只有最后一个条目有效。',
  'lint.E19': '{process} 与 {server} 共用数据库，库中保存的条目会覆盖双方的 --external。',
  'lint.E19.why':
    '用 ad-hoc 命令添加 {domain} 条目后，下次启动时该条目会取代这些配置，组件反而会开始监听。设置 --extcomp-repo-class = tigase.server.ext.CompConfigRepository 可以避免。',
  'lint.E20': '没有设置 --cm-ht-traffic-throttling，{process} 的链路超过每分钟 2500 个包就会被切断。',
  'lint.E20.why':
    '负载升高时组件记录 WARNING "[[ext]] XMPP Limits exceeded on connection"，它的所有房间随之失联。',
  'lint.E21': '帐号 {account} 与组件 {component} 同名。',
  'lint.E21.domain': '{domain} 既是虚拟主机，又是外部组件的域名。',
  'lint.E21.domain.why': '路由器先按虚拟主机查找，再查找组件，因此发给组件的节会到会话管理器手中。',
  'lint.E21.why': '路由器首先查找同名组件，因此发给该帐号的内容都到不了它。',
  'lint.E24': '{server} 与 {other} 对 {domain} 的连接排序不同。',
  'lint.E24.why':
    '它们看到的地址不同（lab.yaml 的 seenAs），并按地址排序，因此会把同一个房间交给不同的进程。日志中没有任何提示。',
  'lint.E25': '端口 {port} 只绑定在 {name} 上。',
  'lint.E25.why': '在这台主机上没有问题，但原样复制到另一台主机后绑定会失败，而且不再重试。',
  'lint.E26': '{server} 没有为组件监听端口 {port}。',
  'lint.E26.listens': '{server} 为 {domain} 监听 {listens}，而 {process} 会拨 {port}。',
  'lint.E26.why': '拨号被拒绝，每 2 秒重试一次；在通常的日志级别下什么也不会记录。',
  'lint.E27': '没有类型“{type}”，Tigase 会当作 accept。',
  'lint.E27.near': '没有类型“{type}”，Tigase 会当作 accept。是否想写“{suggestion}”？',
  'lint.E27.why':
    '该进程会为 {domain} 监听，而且没有任何提示。如果本意是拨号，两端就都在监听，链路无法建立。',
} as const satisfies Record<keyof typeof lintLinksEn, string>;
