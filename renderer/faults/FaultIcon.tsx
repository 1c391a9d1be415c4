import {
  Activity,
  Ban,
  Bug,
  Cable,
  CircleDashed,
  ClockAlert,
  Copy,
  Database,
  DoorClosed,
  Droplets,
  Gauge,
  Hourglass,
  Lock,
  MoveRight,
  Network,
  PowerOff,
  Radio,
  RotateCw,
  Ruler,
  Scissors,
  Shuffle,
  Signpost,
  Skull,
  Slice,
  Snowflake,
  Split,
  Square,
  Timer,
  Tornado,
  Trash2,
  WifiOff,
  Zap,
  type LucideIcon,
  type LucideProps,
} from 'lucide-react';
import type { FaultGroup } from '#core/shared/faults/fault-kind-view.js';

const OF_KIND: Readonly<Record<string, LucideIcon>> = {
  'link-drop': Scissors,
  reset: Zap,
  'half-open': CircleDashed,
  refuse: DoorClosed,
  'slow-close': Hourglass,
  'byte-limit': Ruler,
  latency: Timer,
  bandwidth: Gauge,
  loss: Droplets,
  slicer: Slice,
  profile: Radio,
  'frame-drop': Trash2,
  duplicate: Copy,
  corrupt: Bug,
  'wifi-off': WifiOff,
  crash: Skull,
  freeze: Snowflake,
  stop: Square,
  'power-off': PowerOff,
  'clock-skew': ClockAlert,
  'port-squatted': Lock,
  'split-brain': Split,
  'partition-one-way': MoveRight,
  flapping: Activity,
  'rolling-restart': RotateCw,
  'reconnect-storm': Tornado,
  'swizzle-clog': Shuffle,
};

const OF_GROUP: Readonly<Record<FaultGroup, LucideIcon>> = {
  connection: Ban,
  line: Cable,
  frames: Bug,
  process: Square,
  interface: WifiOff,
  name: Signpost,
  port: Lock,
  database: Database,
  pattern: Network,
};

/** The sign of a kind of fault; `group` serves kinds that have none of their own. */
export function FaultIcon({
  kind,
  group,
  ...rest
}: LucideProps & { kind: string; group?: FaultGroup | undefined }) {
  const Icon = OF_KIND[kind] ?? (group ? OF_GROUP[group] : Zap);
  return <Icon aria-hidden {...rest} />;
}
