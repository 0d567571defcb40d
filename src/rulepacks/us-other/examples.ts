import type { Example } from '#domain/gate/pack.ts';

/** None of these rules can speak, so there is nothing to show. */
const examples: readonly Example[] = [];
export default examples;
