import type { Example } from '#domain/compliance/pack.ts';

/** None of these rules can speak, so there is nothing to show. */
const examples: readonly Example[] = [];
export default examples;
