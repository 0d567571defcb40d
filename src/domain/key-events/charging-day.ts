/** A charging day that would suit the customer better, and how many days before pay day the charge is now. */
export type ProposedDay = { readonly day: number; readonly daysBefore: number };

/** The days of an ordinary month: near enough for how far two days of it are apart. */
const monthDays = 30;
/** A charge so many days after pay day still finds the money. */
const spentAfterDays = 14;

/**
 * The day to charge on instead: the day after pay day, when the method is charged shortly before it, once
 * the money of the month is spent (M-029). Null when it suits already or either day is not known.
 */
export function proposedChargingDay(
  payDay: number | null,
  chargingDay: number | null,
): ProposedDay | null {
  if (payDay === null || chargingDay === null) return null;
  const after = (chargingDay - payDay + monthDays) % monthDays;
  // On the day itself the charge may come before the pay.
  if (after > 0 && after <= spentAfterDays) return null;
  const day = payDay >= 28 ? 1 : payDay + 1;
  return { day, daysBefore: after === 0 ? 0 : monthDays - after };
}
