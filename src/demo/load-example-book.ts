import type { Actor, Role } from '#domain/workforce/rights.ts';
import { seeded, seedOf } from '#kernel/random.ts';
import { dateIn, instantOf } from '#kernel/time.ts';
import { allPortfolios } from '#storage/portfolios/portfolio-rows.ts';
import type { App, Db, Tx } from '#usecases/app.ts';
import { dailyRun } from '#usecases/daily-run/daily-run.ts';
import type { Book, ExamplePortfolio, Staff } from './book/book.ts';
import { writeDecisions } from './book/book-decisions.ts';
import { bookIds } from './book/book-ids.ts';
import { writePast } from './book/book-log.ts';
import { analyzeTables, emptyRows, insertRows } from './book/book-rows.ts';
import { type BookPart, makeBook } from './book/make-book.ts';
import { makePortfolios } from './book/portfolios.ts';
import { confirmChannels } from './contact/confirmed-channels.ts';
import { writeLetters } from './contact/correspondence.ts';
import { learnLate } from './contact/late-truths.ts';
import { letPass, lookTwice } from './contact/second-look.ts';
import { tellOfPeople } from './contact/told-of-people.ts';

/** The same seed makes the same book, around the day on which it is loaded. */
const seed = 'example-book-1';

/**
 * Shares of the time it takes: the past of the customers, and what the office makes of it; then
 * today.
 */
const shareOfPast = 0.75;
const shareOfLook = 0.1;

/** Days before today from which what the gate said is kept. */
const keptDays = 15;

/**
 * Loads the example book into an installation without portfolios: about 5,000 made-up customers in
 * three portfolios with the past of their cases, in one transaction, and then the daily run of
 * today. Does nothing when there is any portfolio. Needs users in the roles agent, back office,
 * supervisor, compliance and manager. `share` (0 to 1] makes a smaller book, for tests; `progress` is told which
 * share of the work is done.
 */
export async function loadExampleBook(
  app: App,
  print: (sentence: string) => void,
  share = 1,
  progress: (done: number) => void = () => undefined,
): Promise<void> {
  if ((await allPortfolios(app.db, app.tenantId)).length > 0) return;
  print('Loading the example book …');
  const startedMs = app.clock();
  const book: Book = {
    tenantId: app.tenantId,
    newId: bookIds(app.clock),
    random: seeded(seedOf(seed)),
    staff: await staffOf(app.db),
    rows: emptyRows(),
    log: [],
    decisions: [],
    gate: app.gate,
    keptFromMs: startedMs - keptDays * 86_400_000,
    recentCalls: [],
    nowMs: startedMs,
    nowAt: instantOf(startedMs),
    taken: new Set(),
    instants: new Map(),
  };
  const portfolios = makePortfolios(book, share);
  const counts = { customers: 0, items: 0, cases: 0 };
  const total = portfolios.reduce((sum, { customers }) => sum + customers, 0);
  progress(0);
  await app.db.transaction().execute(async (tx) => {
    let writing = Promise.resolve();
    for await (const part of makeBook(book, portfolios)) {
      await writing;
      writing = writePart(tx, part);
      // While the next part is made nobody waits for this one; its failure is met above.
      writing.catch(() => undefined);
      counts.customers += part.rows.customers.length;
      counts.items += part.rows.items.length;
      counts.cases += part.rows.cases.length;
      progress((counts.customers / total) * shareOfPast);
    }
    await writing;
    await analyzeTables(tx);
  });
  progress(shareOfPast);
  await lookBack(app, book.staff);
  progress(shareOfPast + shareOfLook);
  await runToday(app, portfolios);
  progress(1);
  const { customers, items, cases } = counts;
  const all = `${customers} customers, ${items} items, ${cases} cases`;
  print(`The example book is loaded: ${all}. All people, companies and numbers are made up.`);
}

async function writePart(tx: Tx, { rows, log, decisions }: BookPart): Promise<void> {
  await insertRows(tx, rows);
  await writePast(tx, log);
  await writeDecisions(tx, decisions);
}

/** What people of the office made of the last days, done by the product itself on those days. */
async function lookBack(app: App, staff: Staff): Promise<void> {
  const as = (role: Role, userId: string): Actor => ({
    ...{ kind: 'user', userId, name: role },
    roles: [{ role, portfolioId: null }],
  });
  await confirmChannels(app, as('compliance', staff.compliance), as('manager', staff.manager));
  await writeLetters(app, as('supervisor', staff.supervisor));
  await learnLate(app, as('back_office', staff.backOffice));
  await tellOfPeople(app, as('back_office', staff.backOffice));
  await letPass(app, as('supervisor', staff.supervisor), as('compliance', staff.compliance));
  await lookTwice(app, as('compliance', staff.compliance));
}

async function runToday(app: App, portfolios: readonly ExamplePortfolio[]): Promise<void> {
  for (const { id, zone } of portfolios) await dailyRun(app, id, dateIn(zone, app.clock()));
}

/** Throws when a role of the example has no user: the past needs people who did things. */
async function staffOf(db: Db): Promise<Staff> {
  const users = await db
    .selectFrom('users')
    .innerJoin('userRoles', 'userRoles.userId', 'users.id')
    .select(['users.id', 'users.name', 'userRoles.role'])
    .orderBy('users.email')
    .execute();
  const withRole = (role: string) => {
    const found = users.filter((user) => user.role === role).map(({ id, name }) => ({ id, name }));
    const [first] = found;
    if (!first) throw new Error(`the example book needs a user with the role ${role}`);
    return { first: first.id, found };
  };
  return {
    agents: withRole('agent').found,
    backOffice: withRole('back_office').first,
    compliance: withRole('compliance').first,
    supervisor: withRole('supervisor').first,
    manager: withRole('manager').first,
  };
}
