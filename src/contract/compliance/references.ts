import { plainAddress } from '#domain/gate/facts/addresses.ts';
import { NOT_CONTACT } from '#domain/gate/facts/channels.ts';
import type { Facts } from '#domain/gate/facts/facts.ts';
import { unknown } from './known-words.ts';

const notContact: ReadonlySet<string> = new Set(NOT_CONTACT);

/** Something that the facts point to by an id or an address, and where. */
type Reference = readonly [path: string, target: string | null | undefined];

const each = (path: string, targets: readonly string[] | null | undefined): Reference[] =>
  (targets ?? []).map((target, at) => [`${path}.${at}`, target]);

/** Debts: what the attempt is about, and what the log, the events and the consents speak of. */
const debtsNamed = ({ proposed, contact_log, events, consents }: Facts): Reference[] => [
  ...each('proposed.debts', proposed.debts),
  ...each('proposed.count_debts', proposed.count_debts),
  ...contact_log.flatMap((entry, at) => [
    ...each(`contact_log.${at}.debts`, entry.debts),
    ...each(`contact_log.${at}.conversation_debts`, entry.conversation_debts),
  ]),
  ...events.flatMap(({ debts }, at) => each(`events.${at}.debts`, debts)),
  ...consents.flatMap(({ debts }, at) => each(`consents.${at}.debts`, debts)),
];

/**
 * Points of contact: what the attempt goes to, where earlier ones went and theirs came from, and what
 * an opt-out or a consent is for.
 */
const pointsNamed = ({ proposed, contact_log, events, consents }: Facts): Reference[] => [
  ['proposed.to', notContact.has(proposed.channel) ? null : proposed.to],
  ...contact_log.map(
    ({ dir, to, from }, at): Reference =>
      dir === 'inbound' ? [`contact_log.${at}.from`, from] : [`contact_log.${at}.to`, to],
  ),
  ...events.flatMap((event, at): Reference[] => [
    [`events.${at}.address`, event.address],
    [`events.${at}.number`, event.number],
  ]),
  ...consents.map(({ address }, at): Reference => [`consents.${at}.address`, address]),
];

/**
 * Entries of the log that something answers. What a revocation answered (`in_reply_to`) may stand in
 * words, for a message older than the log that is told.
 */
const entriesNamed = ({ proposed, contact_log }: Facts): Reference[] => [
  ['proposed.in_response_to', proposed.in_response_to],
  ...contact_log.map(
    ({ in_response_to }, at): Reference => [`contact_log.${at}.in_response_to`, in_response_to],
  ),
];

/** The first reference to an id that is not among those there are, as a problem. */
function unlisted(what: string, references: readonly Reference[], ids: readonly string[]) {
  const known = new Set(ids);
  const found = references.find(([, target]) => target && !known.has(target));
  return found && { path: found[0], message: unknown(what, found[1], ids) };
}

/** The first id or address of the facts that points to nothing they tell of; undefined when all do. */
export function danglingReference(facts: Facts) {
  const { contact_points: points, debts, consumer, contact_log: log } = facts;
  const ids = (of: readonly { readonly id: string }[]) => of.map(({ id }) => id);
  const missing =
    unlisted('debt', debtsNamed(facts), ids(debts)) ??
    unlisted('entry of the log', entriesNamed(facts), ids(log));
  if (missing) return missing;
  const country = consumer.location_signals.find(({ region }) => region)?.region?.slice(0, 2);
  const plain = (text: string) => plainAddress(text, country ?? null);
  const written = new Set(
    points.flatMap(({ id, number, address }) => [id, number, address].flatMap((one) => one ?? [])),
  );
  const addresses = new Set([...written].map(plain));
  // Reading a number takes its time, and a long log names the same few points over and over.
  const isKnown = (target: string) => written.has(target) || addresses.has(plain(target));
  const point = pointsNamed(facts).find(([, target]) => target && !isKnown(target));
  // Numbers and addresses stay out of what is said; the path tells where it stands.
  return point && { path: point[0], message: 'points to no contact point of these facts' };
}
