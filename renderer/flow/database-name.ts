/** The address of a database, fit to be shown: without user and password, wherever the driver wants them. */

/** `jdbc:mysql://10.0.128.115:3307/tigase?user=pajk&password=…` → `mysql 10.0.128.115:3307/tigase` */
export function databaseName(uri: string): string {
  const [head = ''] = uri.replace(/^jdbc:/i, '').split(/[?;&\s]/);
  const scheme = /^([\w+.-]+):/.exec(head)?.[1] ?? '';
  // A password with one of the signs above in it: what is left of it must not be seen either.
  if (/\/\/[^/@]*:(?!\d{1,5}$)[^/@]*$/.test(head)) return scheme;
  // `thin:user/password@//host`, `//user:password@host`: nothing before the last @ is for the eye.
  const place = head.includes('@')
    ? head.slice(head.lastIndexOf('@') + 1)
    : head.slice(scheme ? scheme.length + 1 : 0);
  const bare = place.replace(/^(\w+:)*\/\//, '');
  return head.includes('@') || scheme ? `${scheme} ${bare}`.trim() : head;
}
