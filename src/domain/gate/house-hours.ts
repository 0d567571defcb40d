import type { WeeklyWindows } from './facts/facts.ts';

/**
 * Hours where the law names none (CONC 7.9.4R leaves them to the firm): a portfolio may set its own
 * in `policy.gate`.
 */
export const gbHours: WeeklyWindows = {
  mon: [['08:00', '21:00']],
  tue: [['08:00', '21:00']],
  wed: [['08:00', '21:00']],
  thu: [['08:00', '21:00']],
  fri: [['08:00', '21:00']],
  sat: [['08:00', '21:00']],
  sun: [['10:00', '18:00']],
};
