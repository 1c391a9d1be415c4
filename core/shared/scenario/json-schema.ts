/** Scenario format v1 as a JSON Schema, for editors. Built from the schemas that the parser checks with. */
import { z } from 'zod';
import { COMMAND_NAMES, COMMAND_SCHEMAS } from '../api/commands.js';
import { EXPECT_SCHEMAS, NEVER_SCHEMAS, SUBJECTS } from './condition-schema.js';
import { duration } from './duration.js';
import { isScenarioCommand } from './parse-step.js';
import { fileParts, LONGEST_SCENARIO, startSchema } from './scenario-schema.js';

export function scenarioJsonSchema(): object {
  const note = { note: z.string().optional() };
  const commands = COMMAND_NAMES.filter(isScenarioCommand);
  const steps = z.union([
    z.literal(['start', ...commands.filter((name) => COMMAND_SCHEMAS[name].safeParse({}).success)]),
    z.strictObject({ start: startSchema.nullable(), ...note }),
    z.strictObject({ wait: duration, ...note }),
    z.strictObject({ expect: z.union(SUBJECTS.map((subject) => EXPECT_SCHEMAS[subject])), ...note }),
    z.strictObject({ never: z.union(SUBJECTS.map((subject) => NEVER_SCHEMAS[subject])), ...note }),
    ...commands.map((name) =>
      z.strictObject({ [name]: COMMAND_SCHEMAS[name], fails: z.string().optional(), ...note }),
    ),
  ]);
  const file = z.strictObject({ ...fileParts, steps: z.array(steps).min(1).max(LONGEST_SCENARIO) });
  return z.toJSONSchema(file, { io: 'input' });
}
