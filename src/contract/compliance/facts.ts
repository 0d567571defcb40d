import { inOwnWords } from '#domain/gate/facts/aliases.ts';
import type { Facts, LocationSignal } from '#domain/gate/facts/facts.ts';
import { withStatedTimes } from '#domain/gate/facts/stated-times.ts';
import { readPlaces } from '#domain/gate/places/read-place.ts';
import { zonesOfPlaces } from '#domain/gate/places/zones.ts';
import { offsetAt, parseInstant } from '#kernel/local-clock.ts';
import { factsSchema } from './facts-schema.ts';
import { wrongReference } from './references.ts';

/**
 * The door of the gate: JSON in, `Facts` out. Names and words that others use are translated; then
 * everything must be known, and what is not is an error. Nothing is guessed.
 */

/** What is wrong with the facts, and where: `proposed.at`, `contact_log.3.result`. */
export type FactsProblem = { readonly path: string; readonly message: string };

export type ParsedFacts =
  | { readonly ok: true; readonly facts: Facts }
  | ({ readonly ok: false } & FactsProblem);

/** Reads facts from parsed JSON. Never throws; the first thing wrong is named by its path. */
export function parseFacts(json: unknown): ParsedFacts {
  const parsed = factsSchema.safeParse(inOwnWords(json));
  if (parsed.success) {
    const wrong = wrongReference(parsed.data);
    if (wrong) return { ok: false, ...wrong };
    return { ok: true, facts: withStatedTimes(withPlacesRead(parsed.data)) };
  }
  const [issue] = parsed.error.issues;
  if (!issue) return { ok: false, path: '', message: 'not readable' };
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const path = [...issue.path, ...unknown].map(String).join('.');
  return { ok: false, path, message: issue.message };
}

/** The country that all packs are of, `US` of `US-FED` and `US-WA`; null where they are of several. */
function countryOfPacks(packs: readonly string[]): string | null {
  const [country = '', ...others] = new Set(packs.map((pack) => pack.slice(0, 2)));
  return /^[A-Z]{2}$/.test(country) && country !== 'EU' && others.length === 0 ? country : null;
}

/**
 * A signal with its place in code. Where no clock of the place agrees with the zones that are told,
 * both hold; without a zone it tells of none.
 */
function inZones({ proposed }: Facts, signal: LocationSignal, region: string): LocationSignal {
  const ms = parseInstant(proposed.at);
  const ofPlace = zonesOfPlaces([region]);
  const told = new Set(signal.tz.map((zone) => offsetAt(zone, ms)));
  const agrees = ofPlace.some((zone) => told.has(offsetAt(zone, ms)));
  const tz = told.size === 0 || agrees ? signal.tz : [...signal.tz, ...ofPlace];
  return { ...signal, region, tz };
}

/**
 * The places of the location signals in the codes of the packs' territories, `US-OH`. One that nobody
 * knows is named as unread, and the gate refuses, as it does for an address in the book.
 */
function withPlacesRead(facts: Facts): Facts {
  const country = countryOfPacks(facts.packs);
  const unread = new Set(facts.consumer.unread_places ?? []);
  const signals = facts.consumer.location_signals.flatMap((signal) => {
    if (!signal.region?.trim()) return [signal];
    const regions = readPlaces(signal.region, country);
    if (regions.length === 0) unread.add(signal.region);
    return regions.length === 0
      ? [signal]
      : regions.map((region) => inZones(facts, signal, region));
  });
  const places = unread.size > 0 ? { unread_places: [...unread] } : {};
  return { ...facts, consumer: { ...facts.consumer, location_signals: signals, ...places } };
}
