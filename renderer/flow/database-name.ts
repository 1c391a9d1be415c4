/** The address of a database, fit to be shown: without user and password. */

/** `jdbc:mysql://10.0.128.115:3307/tigase?user=pajk&password=…` → `mysql 10.0.128.115:3307/tigase` */
export function databaseName(uri: string): string {
  const bare = uri.replace(/[?;].*$/s, '').replace(/^jdbc:/i, '');
  const match = /^([\w+.-]+):(?:[\w]+:)*(?:\/\/)?(?:[^@/]*@)?(.*)$/.exec(bare);
  if (!match) return bare.replace(/^.*@/, '');
  return `${match[1]} ${match[2]}`.trim();
}
