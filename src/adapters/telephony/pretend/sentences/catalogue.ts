import type { LineKey } from '#domain/simulation/speech.ts';

/**
 * What a simulated person may say for each line, one or more wordings of each. `{name} {amount}
 * {answer} {hour} {day}` are filled in. This is simulated speech, not text of a screen.
 */
export type Catalogue = Readonly<Record<LineKey, readonly [string, ...string[]]>>;
