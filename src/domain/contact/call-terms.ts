/** A customer stays reserved for the agent who talks to them for at most so long. */
export const callLeaseMs = 4 * 3_600_000;

/** No call is recorded: nothing yet tells the person so, which many places demand of both sides. */
export const recording = 'off';
