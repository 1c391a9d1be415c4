/** A thread that explores: one task at a time. */
import { Worker } from 'node:worker_threads';
import type { Hand } from '#core/lab/explore/campaign.js';
import type { Case, ShrunkCase } from '#core/lab/explore/explorer.js';
import { HostError } from '#core/shared/api/host-error.js';

export type HandTask = { seed: number } | { shrink: Case };

export type HandAnswer =
  { result: Case | ShrunkCase | undefined } | { refused: { code: string; params: HostError['params'] } };

export interface HandData {
  file: string;
  text: string;
}

export class WorkerHand implements Hand {
  private readonly worker: Worker;
  private waiting: { resolve: (answer: HandAnswer) => void; reject: (error: Error) => void } | undefined;
  private broken: Error | undefined;

  /** @param text of the scenario, @param file where it was read */
  constructor(file: string, text: string) {
    const workerData: HandData = { file, text };
    this.worker = new Worker(new URL('./explore-worker.js', import.meta.url), { workerData });
    this.worker.on('message', (answer: HandAnswer) => this.waiting?.resolve(answer));
    this.worker.on('error', (error) => {
      this.broken = error instanceof Error ? error : new Error(String(error));
      this.waiting?.reject(this.broken);
    });
  }

  async seed(seed: number): Promise<Case | undefined> {
    return (await this.ask({ seed })) as Case | undefined;
  }

  async shrink(one: Case): Promise<ShrunkCase> {
    return (await this.ask({ shrink: one })) as ShrunkCase;
  }

  async close(): Promise<void> {
    await this.worker.terminate();
  }

  private async ask(task: HandTask): Promise<Case | ShrunkCase | undefined> {
    if (this.broken) throw this.broken;
    const answer = await new Promise<HandAnswer>((resolve, reject) => {
      this.waiting = { resolve, reject };
      this.worker.postMessage(task);
    });
    if ('refused' in answer) throw new HostError(answer.refused.code, answer.refused.params);
    return answer.result;
  }
}
