import { sql } from 'kysely';
import type { Actor } from '#domain/workforce/rights.ts';
import { addDays, dateIn, instantAt, instantOf, msOf, weekdayOf } from '#kernel/time.ts';
import type { App } from '#usecases/app.ts';
import { judgeRefusal } from '#usecases/messages/judge-refusal.ts';
import { takeMessage } from '#usecases/messages/steps/take-message.ts';
import { takeMessageEvent } from '#usecases/messages/take-message-event.ts';
import { atPast } from '../past-app.ts';
import { type Letter, letters } from './letters.ts';

/** Somebody who could have written: a case at rest since some days. */
type Writer = {
  readonly country: string;
  readonly language: string;
  readonly kind: string;
  readonly value: string;
  readonly zone: string;
  readonly customerId: string;
  readonly lastAt: string;
};

/** Days before today in which messages came. */
const days = 10;
const dayMs = 86_400_000;
const kinds = { sms: 'mobile', email: 'email' } as const;

/**
 * Lets people write: each message is taken as the product takes one, on its day, so that wishes are
 * read, obeyed and confirmed by the code that will do so tomorrow. Some unclear ones are judged.
 */
export async function writeLetters(app: App, judge: Actor): Promise<void> {
  const writers = await writersOf(app);
  const used = new Set<string>();
  for (const [i, letter] of letters.entries()) {
    const written = nextWriter(app, writers, letter, used, i);
    if (!written) continue;
    const { writer, ms } = written;
    used.add(writer.customerId);
    await takeOne(app, letter, writer, ms, judge);
  }
}

async function takeOne(
  app: App,
  letter: Letter,
  writer: Writer,
  ms: number,
  judge: Actor,
): Promise<void> {
  const sent: string[] = [];
  const past = atPast(app, ms, sent);
  const at = instantOf(ms);
  const { people } = await takeMessage(past, {
    ...{ channel: letter.channel, from: writer.value, words: letter.words },
    ...{ subject: null, providerRef: app.newId(), answers: null, recordedBy: null },
    ...{ occurredAt: at, receivedAt: at },
  });
  for (const attemptId of sent) {
    await takeMessageEvent(past, { kind: 'delivered', attemptId, atMs: ms });
  }
  const [taken] = people;
  if (letter.judged && taken) await judgeOne(app, judge, letter.judged, taken.messageId, ms);
}

/** Somebody looks at unclear words an hour and a half after they came. */
async function judgeOne(
  app: App,
  judge: Actor,
  judged: NonNullable<Letter['judged']>,
  messageId: string,
  ms: number,
): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from refusals where source_id = ${messageId}::uuid
  `.execute(app.db);
  const [refusal] = rows;
  if (!refusal) return;
  const past = atPast(app, ms + 90 * 60_000, []);
  await judgeRefusal(past, judge, { refusalId: refusal.id, scope: null, danger: null, ...judged });
}

function nextWriter(
  app: App,
  writers: readonly Writer[],
  { country, language, channel }: Letter,
  used: ReadonlySet<string>,
  turn: number,
): { readonly writer: Writer; readonly ms: number } | null {
  for (const writer of writers) {
    const fits = writer.country === country && writer.language === language;
    if (!fits || writer.kind !== kinds[channel] || used.has(writer.customerId)) continue;
    const ms = timeFor(writer, turn);
    if (ms < app.clock() - 2 * 3_600_000) return { writer, ms };
  }
  return null;
}

/** The afternoon of a working day after the last thing that happened. */
function timeFor({ zone, lastAt }: Writer, turn: number): number {
  let day = addDays(dateIn(zone, msOf(lastAt)), 1);
  while (weekdayOf(day) > 5) day = addDays(day, 1);
  const minute = String((turn * 17) % 60).padStart(2, '0');
  return instantAt(zone, day, `${13 + (turn % 4)}:${minute}`);
}

/** Open cases at rest, the customers' addresses with them; the islands sleep when others write. */
async function writersOf(app: App): Promise<readonly Writer[]> {
  const nowMs = app.clock();
  const { rows } = await sql<Writer>`
    select u.country, u.language, p.kind, p.value, o.zone, c.customer_id, last.at as last_at
    from cases c
    join customers u on u.id = c.customer_id
    join portfolios o on o.id = c.portfolio_id
    join contact_points p on p.customer_id = c.customer_id and p.kind in ('mobile', 'email')
      and p.state in ('valid', 'unverified')
    cross join lateral (select max(e.occurred_at) as at from event_log e
      where e.customer_id = c.customer_id and e.case_id = c.id) last
    where c.closed_at is null and u.region not in ('AK', 'HI', 'GU')
      and last.at > ${instantOf(nowMs - days * dayMs)}::timestamptz
      and last.at < ${instantOf(nowMs - dayMs)}::timestamptz
    order by u.reference, p.value
  `.execute(app.db);
  return rows;
}
