import { z } from 'zod';
import { ageBases, ageingColumns } from '#domain/insight/ageing.ts';
import { eventTypes } from '#domain/key-events/events.ts';
import { isDate } from '#kernel/time.ts';
import { endpoint } from './endpoint.ts';
import { date, decimal, id, instant } from './shapes.ts';

/** Days that one report may span. */
export const maxReportDays = 400;

const dayMs = 86_400_000;

/** A period of whole days in each portfolio’s own zone; without a portfolio: all one may see. */
export const period = { portfolioId: id.optional(), from: date, to: date };

/** Whether a period runs forward and is not too long. */
export function inPeriod({ from, to }: { readonly from: string; readonly to: string }): boolean {
  if (!isDate(from) || !isDate(to)) return false;
  const days = (Date.parse(to) - Date.parse(from)) / dayMs;
  return days >= 0 && days < maxReportDays;
}

/** What is reported when `inPeriod` is false. */
export const spanWords = {
  path: ['to'],
  message: `not-in-period ${maxReportDays - 1}`,
};

const periodInput = z.strictObject(period).refine(inPeriod, spanWords);

const lines = {
  opening: decimal,
  newDebt: decimal,
  collected: decimal,
  credited: decimal,
  writtenOff: decimal,
  moved: decimal,
  closing: decimal,
  /** Measured closing less computed closing: zero, or the books are wrong. */
  difference: decimal,
};

export const readBridge = endpoint({
  name: 'insight.bridge',
  method: 'GET',
  path: '/api/insight/bridge',
  right: 'insight.read',
  work: 'report',
  shows: 'nobody',
  summary: 'The debt bridge: opening + new − reductions = closing, each day. CSV at `bridge.csv`.',
  input: periodInput,
  output: z.object({
    bridges: z.array(
      z.object({
        currency: z.string(),
        total: z.object(lines),
        days: z.array(z.object({ day: date, ...lines })),
        /** All books to this moment against the stored balance of every item. */
        proof: z.object({ ledger: decimal, items: decimal, difference: decimal }),
        /** What the portfolios’ policies ask to collect in the period; null when none does. */
        target: decimal.nullable(),
      }),
    ),
  }),
});

/** What a line of the ageing report can stand for. */
export const ageingGroups = ['portfolio', 'owner', 'product', 'region'] as const;

const cell = z.object({ amount: decimal, items: z.number().int() });

export const readAgeing = endpoint({
  name: 'insight.ageing',
  method: 'GET',
  path: '/api/insight/ageing',
  right: 'insight.read',
  work: 'report',
  shows: 'nobody',
  summary: 'Open debt by age, on one of three ages, as it stands or stood. CSV at `ageing.csv`.',
  input: z.strictObject({
    portfolioId: id.optional(),
    by: z.enum(ageBases).default('due'),
    group: z.enum(ageingGroups).default('portfolio'),
    /** A day of the past; today in each portfolio’s zone when absent. */
    on: date.optional(),
  }),
  output: z.object({
    by: z.enum(ageBases),
    group: z.enum(ageingGroups),
    on: date.nullable(),
    lines: z.array(
      z.object({
        currency: z.string(),
        /** What `line` of the rows takes; null: belongs to none. */
        id: z.string().nullable(),
        name: z.string().nullable(),
        total: cell,
        cells: z.partialRecord(z.enum(ageingColumns), cell),
      }),
    ),
  }),
});

const amounts = z.array(z.object({ currency: z.string(), amount: decimal }));

export const readBoard = endpoint({
  name: 'insight.board',
  method: 'GET',
  path: '/api/insight/board',
  right: 'insight.read',
  work: 'report',
  shows: 'nobody',
  summary:
    'Work in progress: cases and money in each state, with flow and limits. CSV at `board.csv`.',
  input: z.strictObject({ portfolioId: id.optional() }),
  output: z.object({
    asOf: instant,
    flowDays: z.number().int(),
    columns: z.array(
      z.object({
        state: z.string(),
        wipStage: z.string(),
        cases: z.number().int(),
        customers: z.number().int(),
        overdue: amounts,
        medianDays: z.number().nullable(),
        oldestDays: z.number().nullable(),
        cameIn: z.number().int(),
        wentOut: z.number().int(),
        /** Cases that may be here at once, by the portfolios’ policies; null when none says. */
        limit: z.number().int().nullable(),
        overLimit: z.boolean(),
      }),
    ),
  }),
});

const side = z.object({
  /** Key of its wording. */
  key: z.string(),
  /** Money when the figure has a currency, else a count or milliseconds. */
  sum: decimal,
  rowsHref: z.string(),
});

export const readKpis = endpoint({
  name: 'insight.kpis',
  method: 'GET',
  path: '/api/insight/kpis',
  right: 'insight.read',
  work: 'report',
  shows: 'nobody',
  summary: 'The figures of a period, each with formula, parts and rows. CSV at `kpis.csv`.',
  input: periodInput,
  output: z.object({
    previous: z.object({ from: date, to: date }),
    kpis: z.array(
      z.object({
        id: z.string(),
        /** Changes when the formula does, so that old reports stay comparable. */
        formulaId: z.string(),
        formulaKey: z.string(),
        unit: z.enum(['ratio', 'count', 'ms', 'money']),
        currency: z.string().nullable(),
        numerator: side,
        denominator: side.nullable(),
        /** Plain decimal in the unit; null where there was nothing to divide by. */
        value: z.string().nullable(),
        previous: z.string().nullable(),
      }),
    ),
  }),
});

export const readCauses = endpoint({
  name: 'insight.causes',
  method: 'GET',
  path: '/api/insight/causes',
  right: 'insight.read',
  work: 'report',
  shows: 'nobody',
  summary: 'Debts that the organisation itself caused, by cause. CSV at `causes.csv`.',
  input: periodInput,
  output: z.object({
    causes: z.array(
      z.object({
        type: z.string(),
        subReason: z.string(),
        events: z.number().int(),
        customers: z.number().int(),
        amounts,
      }),
    ),
  }),
});

export const readTreatments = endpoint({
  name: 'insight.treatments',
  method: 'GET',
  path: '/api/insight/treatments',
  right: 'insight.read',
  work: 'report',
  shows: 'nobody',
  summary: 'Time from key events to the first thing done about them. CSV at `treatments.csv`.',
  input: periodInput,
  output: z.object({
    types: z.array(
      z.object({
        type: z.enum(eventTypes),
        /** Changes when the formula does. */
        formulaId: z.string(),
        events: z.number().int(),
        treated: z.number().int(),
        /** Events about which something was done too late, or nothing while their time is over. */
        late: z.number().int(),
        /** Events about which nothing was done yet, in time still. */
        waiting: z.number().int(),
        /** Mean of the treated ones, whole milliseconds; null without any. */
        averageMs: z.number().int().nullable(),
        /** The targets of the portfolios in view, the shortest and the longest, in hours. */
        targetHours: z.object({ least: z.number().int(), most: z.number().int() }).nullable(),
        rowsHref: z.string(),
      }),
    ),
  }),
});

export const readContactHours = endpoint({
  name: 'insight.contact-hours',
  method: 'GET',
  path: '/api/insight/contact-hours',
  right: 'insight.read',
  work: 'report',
  shows: 'nobody',
  summary:
    'Attempts and answers by channel and the customer’s local hour. CSV at `contact-hours.csv`.',
  input: periodInput,
  output: z.object({
    cells: z.array(
      z.object({
        channel: z.string(),
        localHour: z.number().int(),
        attempts: z.number().int(),
        reached: z.number().int(),
        verified: z.number().int(),
      }),
    ),
  }),
});

export const readNewDebt = endpoint({
  name: 'insight.new-debt',
  method: 'GET',
  path: '/api/insight/new-debt',
  right: 'insight.read',
  work: 'report',
  shows: 'nobody',
  summary: 'New debt of the last months and whether its trend has changed. CSV at `new-debt.csv`.',
  input: z.strictObject({ portfolioId: id.optional() }),
  output: z.object({
    series: z.array(
      z.object({
        currency: z.string(),
        months: z.array(z.object({ month: z.string(), amount: decimal, whole: z.boolean() })),
        /** How the last whole month compares with those before; null with too few to tell. */
        change: z.enum(['up', 'down', 'none']).nullable(),
        usual: z.object({ low: decimal, high: decimal }).nullable(),
      }),
    ),
  }),
});
