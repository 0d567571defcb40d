/** States that an agent chooses; the others follow from cases and calls. */
export const chosenStates = ['ready', 'away', 'signed_out'] as const;

/** Why an agent is away. */
export const awayReasons = ['break', 'lunch', 'training', 'meeting', 'technical', 'other'] as const;
