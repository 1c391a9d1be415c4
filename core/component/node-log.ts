/** A process's `tigase.log`: which lines reach it is decided by level and by `--debug` (§1.7). */
import type { TraceSink } from '#core/shared/injected/trace-sink.js';

export type LogLevel = 'SEVERE' | 'WARNING' | 'INFO' | 'CONFIG' | 'FINE' | 'FINER' | 'FINEST';

/** Levels that reach the log without any `--debug` (root level CONFIG). */
const ALWAYS = new Set<LogLevel>(['SEVERE', 'WARNING', 'INFO', 'CONFIG']);

export class NodeLog {
  private readonly trace: TraceSink;
  private readonly node: string;
  private readonly raised: readonly string[];

  /** @param raised packages of `--debug`, with their `tigase.` prefix: every level of theirs is logged */
  constructor(trace: TraceSink, node: string, raised: readonly string[]) {
    this.trace = trace;
    this.node = node;
    this.raised = raised;
  }

  /** Whether a line of that level and logger would be kept; ask before building an expensive text. */
  keeps(level: LogLevel, logger: string): boolean {
    return ALWAYS.has(level) || this.raised.some((name) => logger === name || logger.startsWith(`${name}.`));
  }

  /** @param logger Java class that would write the line: `tigase.cluster.ClusterConnectionManager` */
  write(level: LogLevel, logger: string, text: string): void {
    if (this.keeps(level, logger)) this.trace.record('node.log', this.node, [level, logger, text]);
  }

  /** What goes to standard output instead (§1.5: `Loading component: …`). */
  print(text: string): void {
    this.trace.record('node.console', this.node, [text]);
  }
}
