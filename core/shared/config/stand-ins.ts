/**
 * What is the file owner's own: classes and plugins that no Tigase has. The lab plays them as stand-ins, badged as
 * such, unless `lab.yaml` says `missing`, which is what a Tigase without their jar does (DESIGN "Topologies").
 */
import { CLUSTERED_CLASSES, MUC_COMPONENT_CLASS, STANDARD_CLASSES } from './config-type.js';
import { ownValue } from './own-value.js';
import { isImplementedPlugin } from './plugin-catalogue.js';
import type { ComponentOrigin } from './topology-plan.js';

/** Choice of `lab.yaml` per class or plugin id. */
export type StandInChoices = Readonly<Record<string, 'missing' | 'stand-in'>>;

const PLAYED_CLASSES: ReadonlySet<string> = new Set([
  ...Object.values(STANDARD_CLASSES),
  ...Object.values(CLUSTERED_CLASSES),
  MUC_COMPONENT_CLASS,
  'tigase.cluster.AmpComponentClustered',
  'tigase.cluster.VirtualComponent',
]);

/** Components of Tigase's add-on jars: they exist, but the lab has no part for them. */
export const ADD_ON_CLASSES: ReadonlySet<string> = new Set([
  'tigase.pubsub.PubSubComponent',
  'tigase.pubsub.cluster.PubSubComponentClustered',
  'tigase.muc.cluster.MUCComponentClustered',
  'tigase.archive.MessageArchiveComponent',
  'tigase.socks5.Socks5ProxyComponent',
  'tigase.socks5.Socks5ProxyComponentClustered',
  'tigase.stun.StunComponent',
  'tigase.http.HttpMessageReceiver',
  'tigase.upload.FileUploadComponent',
  'tigase.component.eventbus.EventBusComponent',
]);

/** Whether the lab itself plays a component class. */
export function isPlayedClass(className: string): boolean {
  return PLAYED_CLASSES.has(className);
}

/** Whether a class bears Tigase's package but no Tigase (nor add-on that we know) has it: most likely a slip. */
export function isUnknownTigaseClass(className: string): boolean {
  return className.startsWith('tigase.') && !PLAYED_CLASSES.has(className) && !ADD_ON_CLASSES.has(className);
}

/** Who plays a component. An unknown `tigase.…` class cannot be loaded anywhere, so it is missing by default. */
export function originOfClass(
  className: string,
  componentName: string,
  choices: StandInChoices,
): ComponentOrigin {
  if (isPlayedClass(className)) return 'tigase';
  const choice = ownValue(choices, className) ?? ownValue(choices, componentName);
  return choice ?? (isUnknownTigaseClass(className) ? 'missing' : 'stand-in');
}

/**
 * Plugin ids of a list that stand-ins play. An id with a blank around it matches nothing in Tigase (§2.8), hence is no
 * stand-in either.
 */
export function pluginStandIns(ids: readonly string[], choices: StandInChoices): string[] {
  return ids.filter(
    (id) => !isImplementedPlugin(id) && id === id.trim() && ownValue(choices, id) !== 'missing',
  );
}
