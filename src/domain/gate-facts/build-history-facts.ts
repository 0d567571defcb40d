import { eventsOfFacts } from '#domain/gate/facts/fact-kinds.ts';
import type { Facts, Inconvenience } from '#domain/gate/facts/facts.ts';
import type { CaseEvent } from '#domain/gate/facts/history-facts.ts';
import type { Pack } from '#domain/gate/pack.ts';
import type { Instant } from '#kernel/time.ts';
import type { GateRows } from './gate-rows.ts';
import { holdEvents } from './hold-events.ts';
import { authorisedIn, isBegun, isConsent, isGivenFor, workRequestIn } from './person-facts.ts';
import { bound, live, type Preference, type RawFact, withdrawn } from './standing-rows.ts';
import { presentPlaceIn } from './whereabouts.ts';

/** The part of the facts that is read from the log of a person: what happened and what was asked. */
export type LogFacts = Pick<Facts, 'contact_log' | 'consents' | 'events'> & {
  readonly consumer: Pick<
    Facts['consumer'],
    | 'inconvenient'
    | 'inconvenient_places'
    | 'current_place'
    | 'current_place_until'
    | 'employer_prohibits'
    | 'status'
    | 'initial_communication_made'
    | 'authorised_channels'
    | 'work_request'
  >;
};

/** For whom and when a log is read. */
export type HistoryOf = {
  /** The collector that asks; entries of others say whose they are. */
  readonly actorId: string;
  /** The collector where none is named. */
  readonly tenantId: string;
  /** The instant asked about: statements that bind later are left out. */
  readonly at: Instant;
  /** The packs of the place, which may have their own word for a hold of ours. */
  readonly packs: readonly Pack[];
  /** The debts that the contact would be about. */
  readonly debts: readonly string[];
};

/** Maps the log of a person to facts. */
export function buildHistoryFacts(
  rows: GateRows,
  { actorId, tenantId, at, packs, debts }: HistoryOf,
): LogFacts {
  const events = [...eventsOfFacts(rows.facts), ...eventsOf(rows, packs)];
  const isKnown = (kind: string) => bound(rows, at).some((fact) => fact.kind === kind);
  return {
    contact_log: rows.log.map((entry) => logEntry(entry, actorId, tenantId)),
    consents: consentsFor(rows, debts).map((consent) => ({
      kind: consent.kind,
      address: consent.pointId,
      debts: consent.debts.length > 0 ? consent.debts : null,
      given_to: consent.givenTo,
      received_at: consent.receivedAt,
      revoked_at: consent.revokedAt,
      ...(consent.revokedVia === null ? {} : { revoked_via: consent.revokedVia }),
      ...consent.details,
    })),
    events,
    consumer: {
      inconvenient: [
        ...rows.preferences.flatMap(inconvenienceOf(withdrawn(rows))),
        ...bound(rows, at).flatMap(inconvenienceOfFact),
      ],
      inconvenient_places: placesOf(rows, at),
      ...presentPlaceIn(rows, at),
      ...authorisedIn(rows, actorId, at, debts),
      ...workRequestIn(rows, at),
      employer_prohibits:
        live(rows).some(({ kind }) => kind === 'employer_prohibits') || isKnown('work_prohibited'),
      status: {
        deceased: rows.holds.some(({ kind }) => kind === 'deceased') || isKnown('deceased'),
      },
      initial_communication_made: isBegun(rows, debts, at, {
        isOwn: (by) => (by ?? tenantId) === actorId,
        counted: packs.flatMap(({ countsAsCustomer = [] }) => countsAsCustomer),
      }),
    },
  };
}

/** The consents that were given for these debts. */
const consentsFor = (rows: GateRows, debts: readonly string[]) =>
  rows.consents.filter((consent) => isConsent(consent) && isGivenFor(rows, consent, debts));

function logEntry(
  entry: GateRows['log'][number],
  actorId: string,
  tenantId: string,
): Facts['contact_log'][number] {
  const by = entry.by ?? tenantId;
  const end = entry.direction === 'outbound' ? 'to' : 'from';
  return {
    id: entry.id,
    at: entry.at,
    dir: entry.direction,
    channel: entry.channel,
    ...(entry.pointId === null ? {} : { [end]: entry.pointId }),
    person: entry.person,
    // Reserved, on its way or unknown: all count until the network says otherwise.
    result: entry.state === 'ended' ? (entry.result ?? 'reserved') : 'reserved',
    debts: entry.debts,
    // Defaults are left out: these facts are kept with each decision.
    ...(entry.conversationDebts.length === 0 && entry.result !== 'conversation'
      ? {}
      : { conversation_debts: entry.conversationDebts }),
    mode: entry.mode,
    ...(entry.unsolicited ? {} : { unsolicited: false }),
    ...(entry.purpose === null ? {} : { purpose: entry.purpose }),
    ...(entry.inResponseTo === null ? {} : { in_response_to: entry.inResponseTo }),
    ...(entry.aboutDebt === null ? {} : { about_debt: entry.aboutDebt }),
    ...(entry.automated ? { automated: true } : {}),
    ...(entry.endedBy === null ? {} : { ended_by: entry.endedBy }),
    ...(by === actorId ? {} : { by }),
  };
}

const dayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

const inconvenienceOf =
  (gone: ReadonlySet<string>) =>
  ({ id, kind, details }: Preference): Inconvenience[] => {
    if (kind !== 'inconvenient_time' || gone.has(id)) return [];
    const days = (details['weekdays'] as number[] | undefined) ?? [];
    return [
      {
        weekdays: days.length > 0 ? days.flatMap((day) => dayNames[day - 1] ?? []) : dayNames,
        from: (details['from'] as string | null) ?? '00:00',
        to: (details['until'] as string | null) ?? '24:00',
        source: 'consumer',
      },
    ];
  };

function inconvenienceOfFact({ kind, details }: RawFact): Inconvenience[] {
  if (kind !== 'time_inconvenient') return [];
  const days = (details['weekdays'] as number[] | undefined) ?? [];
  const until = details['valid_until'] as string | undefined;
  return [
    {
      weekdays: days.length > 0 ? days.flatMap((day) => dayNames[day - 1] ?? []) : dayNames,
      from: (details['from'] as string | undefined) ?? '00:00',
      to: (details['to'] as string | undefined) ?? '24:00',
      source: 'consumer',
      ...(until ? { valid_until: until } : {}),
    },
  ];
}

function placesOf(rows: GateRows, at: Instant): string[] {
  const asked = live(rows).filter(({ kind }) => kind === 'inconvenient_place');
  const facts = bound(rows, at);
  const recorded = facts.filter(({ kind }) => kind === 'place_inconvenient');
  const named = [...asked, ...recorded].map(({ details }) => String(details['place']));
  const notAtWork = facts.some(({ kind }) => kind === 'work_request') && !named.includes('work');
  return notAtWork ? [...named, 'work'] : named;
}

function eventsOf(rows: GateRows, packs: readonly Pack[]): CaseEvent[] {
  const fromPreferences = live(rows).flatMap((preference): CaseEvent[] => {
    const received_at = preference.givenAt;
    switch (preference.kind) {
      case 'opt_out_address':
        return [
          { kind: 'opt_out', address: preference.pointId, medium: preference.channel, received_at },
        ];
      case 'opt_out_medium':
        return [{ kind: 'opt_out', medium: preference.channel, received_at }];
      case 'cease':
        return [{ kind: 'cease', received_at, in_writing: true, medium: 'letter' }];
      // Told of the person, not as events.
      case 'inconvenient_time':
      case 'inconvenient_place':
      case 'employer_prohibits':
      case 'language':
      case 'whereabouts':
      case 'withdrawn':
        return [];
      // A kind that nobody has mapped stops contact by its name, which no rule knows.
      default:
        return [{ kind: preference.kind, received_at }];
    }
  });
  return [
    ...fromPreferences,
    ...wrongNumbers(rows),
    ...attorneysOf(rows),
    ...rows.holds.flatMap(holdEvents(rows, packs)),
  ];
}

/** An attorney among the people of the file represents them from when they were entered. */
function attorneysOf({ parties, debts }: GateRows): CaseEvent[] {
  return parties
    .filter(({ role, ended }) => role === 'attorney' && !ended)
    .map(({ accountId, createdAt }) => ({
      kind: 'attorney',
      received_at: createdAt,
      debts: accountId === null ? debts.map(({ id }) => id) : [accountId],
      attorney_known: true,
    }));
}

/** Numbers marked as somebody else's without a dated fact; on every record alike. */
function wrongNumbers({ points, facts }: GateRows): CaseEvent[] {
  const dated = new Set(
    facts.flatMap(({ kind, details }) => (kind === 'wrong_party' ? [details['address']] : [])),
  );
  const wrong = points.filter(({ id, state }) => state === 'wrong_person' && !dated.has(id));
  const values = new Set(wrong.map(({ value }) => value));
  return points.flatMap((point): CaseEvent[] =>
    values.has(point.value) ? [{ kind: 'wrong_party', address: point.id }] : [],
  );
}
