/** What the readers of properties files and of `lab.yaml` say, beside the rules. */
export const READER_CODES = ['X1', 'X2', 'X3', 'X4', 'X5', 'X6', 'Y1', 'Y2', 'Y3', 'Y4', 'Y5', 'Y6'] as const;
