/** C24: a property names a class of Tigase's own packages that Tigase does not have there (§2.1, §2.6, §5.2). */
import { findEntry } from '#core/shared/config/init-properties.js';
import { replacing } from '#core/shared/config/lint/fixes.js';
import { perNode, report, suggesting } from '#core/shared/config/lint/lint-rule.js';
import { nearestName } from '#core/shared/config/nearest-name.js';

/** Each property with the classes that it can name. */
const CLASSES: Readonly<Record<string, readonly string[]>> = {
  '--auth-domain-repo-pool': ['tigase.db.AuthRepositoryMDImpl'],
  '--auth-repo-pool': ['tigase.db.AuthRepositoryPool'],
  '--cl-conn-repo-class': inPackage('tigase.cluster.repo', [
    'ClConSQLRepository',
    'ClConDirRepository',
    'ClConConfigRepository',
  ]),
  '--cm-see-other-host': inPackage('tigase.server.xmppclient', [
    'SeeOtherHost',
    'SeeOtherHostHashed',
    'SeeOtherHostDB',
    'SeeOtherHostDualIP',
  ]),
  '--extcomp-repo-class': inPackage('tigase.server.ext', [
    'CompDBRepository',
    'CompConfigRepository',
    'CompSQLRepository',
  ]),
  '--queue-implementation': inPackage('tigase.util', [
    'PriorityQueueRelaxed',
    'PriorityQueueStrict',
    'NonpriorityQueue',
  ]),
  '--ssl-container-class': ['tigase.io.SSLContextContainer'],
  '--tigase-config-repo-class': inPackage('tigase.conf', [
    'ConfigurationCache',
    'ConfigXMLRepository',
    'ConfigSQLRepository',
  ]),
  '--user-domain-repo-pool': ['tigase.db.UserRepositoryMDImpl'],
  '--user-repo-pool': ['tigase.db.UserRepositoryPool'],
};

export const classUnknown = perNode('C24', (node) =>
  Object.entries(CLASSES).flatMap(([key, classes]) => {
    const entry = findEntry(node.file, key);
    if (entry?.value.startsWith('tigase.') !== true || classes.includes(entry.value)) return [];
    const near = nearestName(entry.value, classes);
    const params = { key, className: entry.value, ...suggesting(near) };
    return [report('warning', entry.valueRange, params, replacing(entry.valueRange, near))];
  }),
);

function inPackage(name: string, classes: readonly string[]): string[] {
  return classes.map((className) => `${name}.${className}`);
}
