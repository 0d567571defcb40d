const dayMs = 86_400_000;

/** A calendar date some days later; dates are counted in UTC, where every day is equally long. */
export function daysLater(date: string, days: number): string {
  return new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10);
}

/** Today where a portfolio is, by which the server counts; on the reader's own wall without a zone. */
export function todayIn(zone: string | undefined): string {
  if (zone === undefined) return todayHere();
  // The Swedish form of a date is that of ISO 8601.
  return new Intl.DateTimeFormat('sv', { timeZone: zone }).format(new Date());
}

/** Today on the reader's own wall. */
export function todayHere(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
