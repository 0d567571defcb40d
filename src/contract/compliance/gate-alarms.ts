import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { done, id, instant, namedPlace, remark } from '../shapes.ts';

/** What stops contact although no law does: for those who run the system. */
export const readAlarms = endpoint({
  name: 'gate.alarms',
  method: 'GET',
  path: '/api/compliance/alarms',
  right: 'alarm.work',
  shows: 'nobody',
  summary: 'Alarms of the gate: missing packs, calendars, places, logs; clocks that disagree.',
  input: z.strictObject({ closed: z.enum(['true', 'false']).default('false') }),
  output: z.object({
    alarms: z.array(
      z.object({
        id,
        /** Such as `no-pack`, `place-unknown`, `word-unknown`, `zone-unknown`, `no-calendar`, `log-unreadable`. */
        kind: z.string(),
        /** What is missing: a pack, a place. */
        key: z.string(),
        /** The place that it is about, where it is one. */
        place: namedPlace.nullable(),
        portfolioId: id.nullable(),
        caseId: id.nullable(),
        details: z.record(z.string(), z.unknown()),
        times: z.number().int(),
        firstAt: instant,
        lastAt: instant,
        closedAt: instant.nullable(),
        closedBy: z.string().nullable(),
        remark: z.string().nullable(),
      }),
    ),
    /** Whether there are more than are told. */
    more: z.boolean(),
  }),
});

/** Closes an alarm that was seen to. */
export const closeAlarm = endpoint({
  name: 'gate.close-alarm',
  method: 'POST',
  path: '/api/compliance/alarms/:alarmId/close',
  right: 'alarm.work',
  shows: 'nobody',
  summary: 'Close an alarm, saying what was done; should it ring again, a new one opens.',
  whileClockInDoubt: true,
  input: z.strictObject({ alarmId: id, remark }),
  output: done,
});
