/** Every rule, in the order of the fact sheet's §10. A new rule is one file under `rules/` and one line here. */
import { blanksInList } from './rules/blanks-in-list.js';
import {
  clusterListAsymmetric,
  clusterLocalhost,
  clusterNameUnknown,
  clusterPortDiffers,
  ownNameNotListed,
} from './rules/cluster-list.js';
import {
  clusterModeMissing,
  clusterNodesDiffer,
  componentInClusterMode,
  connectAllIgnored,
} from './rules/cluster-mode.js';
import { clusterSecret } from './rules/cluster-secret.js';
import { clusterStrategy } from './rules/cluster-strategy.js';
import { componentAtServer } from './rules/component-at-server.js';
import { componentClassUnknown } from './rules/component-class-unknown.js';
import { componentMissesServer } from './rules/component-misses-server.js';
import {
  classWithoutName,
  componentAlreadyThere,
  componentWithoutClass,
  upperCaseComponent,
} from './rules/component-pairs.js';
import {
  bothListen,
  clusterThrottled,
  componentDomainMismatch,
  componentThrottled,
  componentWithSessionManager,
  dialledNameUnknown,
  firstEntryIsAddress,
  singleRemoteEntry,
} from './rules/component-process.js';
import { componentsShareAddress } from './rules/components-share-address.js';
import { configTypeDashed } from './rules/config-type-dashed.js';
import { configTypeUnknown } from './rules/config-type-unknown.js';
import { duplicateKey } from './rules/duplicate-key.js';
import {
  externalDomainTwice,
  externalPortUnreadable,
  hostListWithComma,
  protocolMissing,
  protocolNotImplemented,
} from './rules/external-item.js';
import { externalWithoutExt, extWithoutExternal } from './rules/external-needs-ext.js';
import { foreignBindName, singleBindName } from './rules/foreign-bind-name.js';
import { ignoredBuffers } from './rules/ignored-buffers.js';
import { loadBalancersDiffer, loadBalancerUnknown, senderBalancerForMuc } from './rules/load-balancer.js';
import { classFromOtherJar } from './rules/owner-classes.js';
import { pluginFromOtherJar, pluginMisspelt, removalWithoutEffect } from './rules/plugin-ids.js';
import { pluginRemoved } from './rules/plugin-removed.js';
import { portClash } from './rules/port-clash.js';
import { seeOtherHostName } from './rules/see-other-host-name.js';
import { settingWithoutSlash, typedValueCut } from './rules/setting-lines.js';
import { onePasswordForAll, storedItemsOverride } from './rules/shared-secrets.js';
import { unknownProperty } from './rules/unknown-property.js';
import { weakBoolean } from './rules/weak-boolean.js';
import type { LintRule } from './topology-view.js';

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
  unknownProperty,
  removalWithoutEffect,
  pluginFromOtherJar,
  classFromOtherJar,
];

const CLUSTER_RULES: readonly LintRule[] = [
  clusterSecret,
  clusterListAsymmetric,
  clusterNameUnknown,
  ownNameNotListed,
  clusterLocalhost,
  clusterPortDiffers,
  portClash,
  clusterModeMissing,
  clusterNodesDiffer,
  clusterThrottled,
  clusterStrategy,
  componentInClusterMode,
  seeOtherHostName,
  connectAllIgnored,
  onePasswordForAll,
];

const COMPONENT_RULES: readonly LintRule[] = [
  componentAtServer,
  foreignBindName,
  componentMissesServer,
  componentsShareAddress,
  loadBalancersDiffer,
  loadBalancerUnknown,
  senderBalancerForMuc,
  bothListen,
  protocolMissing,
  protocolNotImplemented,
  externalPortUnreadable,
  componentDomainMismatch,
  componentWithSessionManager,
  firstEntryIsAddress,
  singleRemoteEntry,
  dialledNameUnknown,
  externalDomainTwice,
  storedItemsOverride,
  componentThrottled,
  singleBindName,
];

export const LINT_RULES: readonly LintRule[] = [...LANGUAGE_RULES, ...CLUSTER_RULES, ...COMPONENT_RULES];
