/** The other side of `explore-hand.ts`: a thread with an explorer of its own. */
import { parentPort, workerData } from 'node:worker_threads';
import { Explorer } from '#core/lab/explore/explorer.js';
import { HostError } from '#core/shared/api/host-error.js';
import { parseScenario } from '#core/shared/scenario/parse-scenario.js';
import { readTopology } from '#main/topology/read-topology.js';
import type { HandAnswer, HandData, HandTask } from './explore-hand.js';

const { file, text } = workerData as HandData;
const parsed = parseScenario(file, text);
if (!parsed.ok) throw new Error(`${file} was readable before`);
const { scenario } = parsed;
const explorer = new Explorer({ scenario, settings: scenario.explore, reader: { readTopology } });

async function answerTo(task: HandTask): Promise<HandAnswer> {
  try {
    return {
      result: 'seed' in task ? await explorer.seed(task.seed) : await explorer.shrink(task.shrink),
    };
  } catch (error) {
    // Everything else ends the thread, and is heard of there.
    if (!(error instanceof HostError)) throw error;
    return { refused: { code: error.code, params: error.params } };
  }
}

parentPort?.on('message', (task: HandTask) => {
  void answerTo(task).then((answer) => parentPort?.postMessage(answer));
});
