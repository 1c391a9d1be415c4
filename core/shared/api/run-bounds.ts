/** Events that an ordered run can be bounded to at most. */
export const MOST_RUN_EVENTS = 1e9;
