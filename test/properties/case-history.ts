import fc from 'fast-check';
import { type HoldKind, holdKinds } from '#domain/cases/holds.ts';
import type { Trigger } from '#domain/cases/triggers.ts';

const eventKinds = ['A', 'B-valid', 'B-ended', 'C', 'D-missing', 'D-unable', 'D-unknown'] as const;
export type EventKind = (typeof eventKinds)[number];

/** One thing that happens to the customer or is done by people; drawn at random. */
export type Move =
  | { readonly do: 'item'; readonly minor: number; readonly dueInDays: number }
  | { readonly do: 'event'; readonly kind: EventKind }
  | { readonly do: 'solve' }
  | { readonly do: 'days'; readonly days: number }
  | { readonly do: 'pay'; readonly percent: number }
  | { readonly do: 'reverse' }
  | { readonly do: 'hold'; readonly kind: HoldKind; readonly part: boolean }
  | { readonly do: 'lift' }
  | {
      readonly do: 'work';
      readonly verified: boolean;
      readonly gate: boolean;
      readonly early: boolean;
    }
  | { readonly do: 'promise'; readonly percent: number; readonly days: number }
  | { readonly do: 'plan' }
  | { readonly do: 'approve'; readonly named: boolean }
  | { readonly do: 'try'; readonly trigger: Trigger; readonly named: boolean }
  | { readonly do: 'say-reason' }
  | { readonly do: 'reply' };

/** What somebody in a hurry may try at any moment, whatever the plan says. */
const hasty = [
  'not-owed',
  'classified',
  'service-solved',
  'service-used-up',
  'call-due',
  'deadline-passed',
  'refused',
  'attempts-used-up',
  'announced-date-reached',
  'placed-with-agency',
  'placed-with-lawyer',
  'returned',
  'exhausted',
  'write-off-approved',
] as const satisfies readonly Trigger[];

const percent = fc.integer({ min: 1, max: 100 });

/** One accident: money, an event, a hold, an agreement, a decision, or a stretch of time. */
const accident: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('item' as const),
      minor: fc.integer({ min: 1, max: 50_000 }),
      dueInDays: fc.integer({ min: -40, max: 20 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('event' as const),
      kind: fc.constantFrom(...eventKinds),
    }),
  },
  { weight: 2, arbitrary: fc.constant({ do: 'solve' } as const) },
  {
    weight: 10,
    arbitrary: fc.record({
      do: fc.constant('days' as const),
      days: fc.oneof(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 7, max: 60 })),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('pay' as const),
      percent: fc.constantFrom(10, 50, 100),
    }),
  },
  { weight: 2, arbitrary: fc.constant({ do: 'reverse' } as const) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('hold' as const),
      kind: fc.constantFrom(...holdKinds),
      part: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.constant({ do: 'lift' } as const) },
  {
    weight: 14,
    arbitrary: fc.record({
      do: fc.constant('work' as const),
      verified: fc.boolean(),
      gate: fc.boolean(),
      early: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('promise' as const),
      percent,
      days: fc.integer({ min: 1, max: 14 }),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'plan' } as const) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('approve' as const), named: fc.boolean() }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('try' as const),
      trigger: fc.constantFrom(...hasty),
      named: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.constant({ do: 'say-reason' } as const) },
  { weight: 1, arbitrary: fc.constant({ do: 'reply' } as const) },
);

const pressing = [
  'refused',
  'deadline-passed',
  'announced-date-reached',
  'placed-with-agency',
] as const satisfies readonly Trigger[];

/** A quiet stretch: week after week somebody is hasty, then the due step is done by the book. */
const quiet: fc.Arbitrary<Move[]> = fc
  .record({
    weeks: fc.integer({ min: 3, max: 14 }),
    trigger: fc.constantFrom(...pressing),
    named: fc.boolean(),
    early: fc.boolean(),
    decided: fc.boolean(),
  })
  .map(({ weeks, trigger, named, early, decided }) => {
    const week: readonly Move[] = [
      { do: 'try', trigger, named },
      { do: 'days', days: 8 },
      { do: 'work', verified: false, gate: true, early },
      { do: 'try', trigger, named },
      { do: 'approve', named: decided },
    ];
    return Array.from({ length: weeks }, () => week).flat();
  });

/** Random histories: bursts of accidents between quiet stretches that let the ladder be climbed. */
export const history: fc.Arbitrary<Move[]> = fc
  .array(
    fc.oneof(
      { weight: 2, arbitrary: fc.array(accident, { minLength: 1, maxLength: 12 }) },
      { weight: 1, arbitrary: quiet },
    ),
    { minLength: 4, maxLength: 14 },
  )
  .map((parts) => parts.flat());
