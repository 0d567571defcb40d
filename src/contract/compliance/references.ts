import { plainAddress } from '#domain/gate/facts/addresses.ts';
import { NOT_CONTACT } from '#domain/gate/facts/channels.ts';
import { eventWord } from '#domain/gate/facts/event-kinds.ts';
import type { Facts } from '#domain/gate/facts/facts.ts';
import { unknown } from './known-words.ts';

const NUMBERS: readonly string[] = ['mobile', 'landline'];

/** The kinds of point that a channel can go to; the channels not told here may use any. */
const KINDS_OF_CHANNEL: ReadonlyMap<string, readonly string[]> = new Map([
  ['phone_call', NUMBERS],
  ['ringless_voicemail', NUMBERS],
  ['sms', NUMBERS],
  ['email', ['email']],
  ['letter', ['mail']],
]);

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

/** The first id that two debts, points or entries of the log share: nobody can say which is meant. */
function sharedId({ debts, contact_points, contact_log }: Facts) {
  for (const [path, those] of Object.entries({ debts, contact_points, contact_log })) {
    const seen = new Set<string>();
    for (const [at, { id }] of those.entries()) {
      if (seen.has(id)) return { path: `${path}.${at}.id`, message: 'stands twice in the list' };
      seen.add(id);
    }
  }
  return undefined;
}

/** The first attempt whose channel cannot go to, or come from, the kind of point it names. */
function wrongKind(facts: Facts, plain: (text: string) => string) {
  const kinds = new Map<string, string[]>();
  const know = (name: string, kind: string) => kinds.set(name, [...(kinds.get(name) ?? []), kind]);
  for (const { id, number, address, kind } of facts.contact_points) {
    const names = [id, number, address].flatMap((one) => (one ? [one, plain(one)] : []));
    for (const name of new Set(names)) know(name, kind);
  }
  const pointless = (channel: string, target: string | null | undefined) => {
    const possible = KINDS_OF_CHANNEL.get(channel);
    if (!possible || !target) return false;
    const own = kinds.get(target) ?? kinds.get(plain(target));
    return own !== undefined && !own.some((kind) => possible.includes(kind));
  };
  const { proposed, contact_log: log } = facts;
  const message = (channel: string) => `a contact point of another kind than ${channel} goes to`;
  if (pointless(proposed.channel, proposed.to)) {
    return { path: 'proposed.to', message: message(proposed.channel) };
  }
  for (const [at, { dir, channel, to, from }] of log.entries()) {
    const [name, target] = dir === 'inbound' ? ['from', from] : ['to', to];
    if (pointless(channel, target)) {
      return { path: `contact_log.${at}.${name}`, message: message(channel) };
    }
  }
  return undefined;
}

/** A place that is called inconvenient without being named would shut nothing. */
function lacksPlace({ events }: Facts) {
  const at = events.findIndex(
    ({ kind, place }) => eventWord(kind) === 'place_inconvenient' && !place,
  );
  return at < 0
    ? undefined
    : { path: `events.${at}.place`, message: 'which place is inconvenient' };
}

/**
 * The first id or address of the facts that points to nothing they tell of, to two things at once or
 * to what the channel cannot reach; undefined when all are in order.
 */
export function wrongReference(facts: Facts) {
  const { contact_points: points, debts, consumer, contact_log: log } = facts;
  const ids = (of: readonly { readonly id: string }[]) => of.map(({ id }) => id);
  const missing =
    lacksPlace(facts) ??
    sharedId(facts) ??
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
  if (point) return { path: point[0], message: 'points to no contact point of these facts' };
  return wrongKind(facts, plain);
}
