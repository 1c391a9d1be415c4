/** Which database a URI leads to, whoever logs in there and however the connection is set up. */

const DEFAULT_PORTS: Readonly<Record<string, string>> = {
  mongodb: ':27017',
  mysql: ':3306',
  postgresql: ':5432',
  sqlserver: ':1433',
};

/** `jdbc:mysql://HOST/PATH`, and other drivers whose URIs are of that form; the settings are cut off. */
const URI = /^(?:jdbc:)?([\w+.-]+):\/\/(?:[^/]*@)?([^/]*)(.*)$/is;
/** Settings that choose a database rather than a way to it: `jdbc:sqlserver://host;databaseName=tigase`. */
const NAMES_A_DATABASE = /^(?:database|databasename)=(.*)$/i;

/**
 * A text that two URIs share when they name one database: user, password, other settings and their order do not count, nor
 * a port that is the default one. Names of databases keep their case. A text of another form is its own identity.
 */
export function databaseIdentity(uri: string): string {
  const [head = '', ...settings] = uri.split(/[?;&]/);
  const parts = URI.exec(head);
  if (parts === null) return uri;
  const [kind, host, path = ''] = [parts[1]?.toLowerCase() ?? '', parts[2]?.toLowerCase() ?? '', parts[3]];
  const port = DEFAULT_PORTS[kind];
  const place = port !== undefined && host.endsWith(port) ? host.slice(0, -port.length) : host;
  const names = settings.flatMap((setting) => NAMES_A_DATABASE.exec(setting)?.[1] ?? []);
  return `${kind}://${place}${path}${names.map((name) => `;${name}`).join('')}`;
}
