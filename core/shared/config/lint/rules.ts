/** Every rule, in the order of the fact sheet's §10. A new rule is one file under `rules/` and one line here. */
import type { LintRule } from './lint-rule.js';
import { clusterModeMissing } from './rules/cluster/cluster-mode-missing.js';
import { clusterPortTaken } from './rules/cluster/cluster-port-taken.js';
import { clusterStrategy } from './rules/cluster/cluster-strategy.js';
import { clusterThrottled } from './rules/cluster/cluster-throttled.js';
import { componentInClusterMode } from './rules/cluster/component-in-cluster-mode.js';
import { compressionOneSided } from './rules/cluster/compression-one-sided.js';
import { connectAllIgnored } from './rules/cluster/connect-all-ignored.js';
import { connectionsTooFew } from './rules/cluster/connections-too-few.js';
import { databasesDiffer } from './rules/cluster/databases-differ.js';
import { fieldsForNewer } from './rules/cluster/fields-for-newer.js';
import { listAsymmetric } from './rules/cluster/list-asymmetric.js';
import { localhostListed } from './rules/cluster/localhost-listed.js';
import { meshIncomplete } from './rules/cluster/mesh-incomplete.js';
import { onePasswordForAll } from './rules/cluster/one-password-for-all.js';
import { ownNameNotListed } from './rules/cluster/own-name-not-listed.js';
import { portDiffers } from './rules/cluster/port-differs.js';
import { clusterPortUnreadable } from './rules/cluster/port-unreadable.js';
import { secretDiffers } from './rules/cluster/secret-differs.js';
import { secretHeals } from './rules/cluster/secret-heals.js';
import { seeOtherHostName } from './rules/cluster/see-other-host-name.js';
import { virtualHostsDiffer } from './rules/cluster/virtual-hosts-differ.js';
import { addressShadowed } from './rules/component/address-shadowed.js';
import { componentNameDiffers } from './rules/component/component-name-differs.js';
import { componentThrottled } from './rules/component/component-throttled.js';
import { domainTwice } from './rules/component/domain-twice.js';
import { domainUnknown } from './rules/component/domain-unknown.js';
import { firstEntryNotDialled } from './rules/component/first-entry-not-dialled.js';
import { foreignBindName } from './rules/component/foreign-bind-name.js';
import { loadBalancerUnknown } from './rules/component/load-balancer-unknown.js';
import { loadBalancersDiffer } from './rules/component/load-balancers-differ.js';
import { nobodyListens } from './rules/component/nobody-listens.js';
import { oneAddress } from './rules/component/one-address.js';
import { orderDiffers } from './rules/component/order-differs.js';
import { ownSessionManager } from './rules/component/own-session-manager.js';
import { portTaken } from './rules/component/port-taken.js';
import { portUnreadable } from './rules/component/port-unreadable.js';
import { protocolMissing } from './rules/component/protocol-missing.js';
import { protocolNotImplemented } from './rules/component/protocol-not-implemented.js';
import { sameSide } from './rules/component/same-side.js';
import { componentSecretDiffers } from './rules/component/secret-differs.js';
import { senderLoadBalancer } from './rules/component/sender-load-balancer.js';
import { serverNotDialled } from './rules/component/server-not-dialled.js';
import { singleBindName } from './rules/component/single-bind-name.js';
import { singleRemoteEntry } from './rules/component/single-remote-entry.js';
import { storedItems } from './rules/component/stored-items.js';
import { typeUnknown } from './rules/component/type-unknown.js';
import { blanksInList } from './rules/language/blanks-in-list.js';
import { configTypeDashed } from './rules/language/config-type-dashed.js';
import { configTypeUnknown } from './rules/language/config-type-unknown.js';
import { duplicateKey } from './rules/language/duplicate-key.js';
import { hostListWithComma } from './rules/language/host-list-with-comma.js';
import { ignoredBuffers } from './rules/language/ignored-buffers.js';
import { limitsBroken } from './rules/language/limits-broken.js';
import { newConnectionsLimits } from './rules/language/new-connections-limits.js';
import { newConnectionsUnreadable } from './rules/language/new-connections-unreadable.js';
import { otherVersion } from './rules/language/other-version.js';
import { secretInClear } from './rules/language/secret-in-clear.js';
import { settingMisspelt } from './rules/language/setting-misspelt.js';
import { settingWithoutSlash } from './rules/language/setting-without-slash.js';
import { typedValueCut } from './rules/language/typed-value-cut.js';
import { unknownProperty } from './rules/language/unknown-property.js';
import { weakBoolean } from './rules/language/weak-boolean.js';
import { classUnknown } from './rules/loading/class-unknown.js';
import { classWithoutName } from './rules/loading/class-without-name.js';
import { componentAlreadyThere } from './rules/loading/component-already-there.js';
import { componentClassUnknown } from './rules/loading/component-class-unknown.js';
import { componentWithoutClass } from './rules/loading/component-without-class.js';
import { extWithoutExternal } from './rules/loading/ext-without-external.js';
import { externalWithoutExt } from './rules/loading/external-without-ext.js';
import { otherJar } from './rules/loading/other-jar.js';
import { pluginItemEmpty } from './rules/loading/plugin-item-empty.js';
import { pluginMisspelt } from './rules/loading/plugin-misspelt.js';
import { pluginRemoved } from './rules/loading/plugin-removed.js';
import { removalWithoutEffect } from './rules/loading/removal-without-effect.js';
import { settingWithoutComponent } from './rules/loading/setting-without-component.js';
import { upperCaseComponent } from './rules/loading/upper-case-component.js';
import { nameUnresolved } from './rules/name-unresolved.js';
import { codeUnknown } from './rules/switches/code-unknown.js';
import { countsAsFalse } from './rules/value/counts-as-false.js';
import { valueDoesNotFit } from './rules/value/value-does-not-fit.js';
import { valueFails } from './rules/value/value-fails.js';

/** Files and what they load. */
const LANGUAGE_RULES: readonly LintRule[] = [
  configTypeUnknown,
  configTypeDashed,
  componentWithoutClass,
  classWithoutName,
  componentClassUnknown,
  upperCaseComponent,
  componentAlreadyThere,
  externalWithoutExt,
  extWithoutExternal,
  settingWithoutSlash,
  typedValueCut,
  duplicateKey,
  weakBoolean,
  blanksInList,
  pluginRemoved,
  pluginMisspelt,
  ignoredBuffers,
  hostListWithComma,
  otherVersion,
  unknownProperty,
  removalWithoutEffect,
  otherJar,
  secretInClear,
  classUnknown,
  settingWithoutComponent,
  newConnectionsLimits,
  pluginItemEmpty,
  limitsBroken,
  newConnectionsUnreadable,
  settingMisspelt,
];

/** Links between servers. */
const CLUSTER_RULES: readonly LintRule[] = [
  secretDiffers,
  secretHeals,
  listAsymmetric,
  nameUnresolved,
  ownNameNotListed,
  localhostListed,
  portDiffers,
  clusterPortTaken,
  meshIncomplete,
  clusterModeMissing,
  virtualHostsDiffer,
  databasesDiffer,
  compressionOneSided,
  clusterThrottled,
  clusterStrategy,
  componentInClusterMode,
  seeOtherHostName,
  connectAllIgnored,
  onePasswordForAll,
  fieldsForNewer,
  connectionsTooFew,
  clusterPortUnreadable,
];

/** Links between servers and external components. */
const COMPONENT_RULES: readonly LintRule[] = [
  componentSecretDiffers,
  domainUnknown,
  foreignBindName,
  portTaken,
  serverNotDialled,
  oneAddress,
  loadBalancersDiffer,
  loadBalancerUnknown,
  senderLoadBalancer,
  sameSide,
  protocolMissing,
  protocolNotImplemented,
  portUnreadable,
  componentNameDiffers,
  ownSessionManager,
  firstEntryNotDialled,
  singleRemoteEntry,
  domainTwice,
  storedItems,
  componentThrottled,
  addressShadowed,
  orderDiffers,
  singleBindName,
  nobodyListens,
  typeUnknown,
];

/** The switches of the linter itself. */
const SWITCH_RULES: readonly LintRule[] = [codeUnknown];

/** Values of properties. */
const VALUE_RULES: readonly LintRule[] = [valueDoesNotFit, valueFails, countsAsFalse];

export const LINT_RULES: readonly LintRule[] = [
  ...LANGUAGE_RULES,
  ...CLUSTER_RULES,
  ...COMPONENT_RULES,
  ...SWITCH_RULES,
  ...VALUE_RULES,
];

/**
 * Rules that often know what was meant: keys, lists, what is loaded, then links. In this order each one looks at the topology
 * without the slips that those before it have found, and all other rules look at it without any of them.
 */
export const FIRST_CAUSES: readonly LintRule[] = [
  unknownProperty,
  settingWithoutSlash,
  configTypeDashed,
  blanksInList,
  configTypeUnknown,
  componentClassUnknown,
  externalWithoutExt,
  hostListWithComma,
  clusterPortUnreadable,
  typeUnknown,
  clusterModeMissing,
  nameUnresolved,
  sameSide,
];
