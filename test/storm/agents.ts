import type { Storm } from './run.ts';

/** Placeholder until written. */
export async function stormOfAgents(_storm: Storm): Promise<void> {}
