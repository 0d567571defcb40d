import { parsePhone } from '#kernel/phone.ts';
import type { ContactPoint, Facts } from './facts.ts';

/** The country of a point: its number's own, or where the person lives. */
export function countryOfPoint({
  facts,
  point,
}: {
  readonly facts: Facts;
  readonly point: ContactPoint | undefined;
}): string | null {
  const home = facts.consumer.location_signals.find(({ region }) => region)?.region?.slice(0, 2);
  const read = parsePhone(point?.number ?? '', home ?? null);
  return typeof read === 'string' ? (home ?? null) : (read.country ?? home ?? null);
}

/**
 * One spelling for each address, so that it is known again however it was written: a number in E.164,
 * an e-mail address in small letters, anything else as it stands.
 */
export function plainAddress(text: string, country: string | null): string {
  const trimmed = text.trim();
  if (trimmed.includes('@')) return trimmed.toLowerCase();
  const read = parsePhone(trimmed, country);
  return typeof read === 'string' ? trimmed : read.e164;
}
