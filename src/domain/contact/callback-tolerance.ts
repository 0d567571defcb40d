/** How late the agent who was asked for may call back, before everybody may; in minutes. */
export const callbackToleranceMinutes = 30;
