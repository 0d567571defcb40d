import { performance } from 'node:perf_hooks';
import { openApp, tenantId } from '#boot/open-app.ts';
import type { Facts } from '#domain/gate/facts/facts.ts';
import { connect } from '#storage/connect.ts';
import { allPortfolios } from '#storage/portfolios/portfolio-rows.ts';
import { cloneTemplate, stopTestServer } from '#test/support/run/test-server.ts';
import type { App } from '#usecases/app.ts';
import { type BenchResult, type Figure, quantile } from './figure.ts';
import { sizeOf } from './support/arguments.ts';
import { arrivals } from './support/arrivals.ts';
import { loggedFacts } from './support/logged-facts.ts';
import { longHistories } from './support/long-histories.ts';
import {
  at,
  bareOnce,
  beyondCap,
  callsInSevenDays,
  closedLoop,
  permitted,
  type Reserve,
  reserveOnce,
} from './support/reserving.ts';

const logs = 100;
const triesEach = 15;
const clients = 32;
const arrivalsPerSecond = 50;
const fewAttempts = 20;
const capped = 20;
/** Rounds of each kind in turn, and reservations in a round: alone, arriving, by each client. */
const rounds = 6;
const aloneARound = 40;
const arrivalsARound = 50;
const togetherEach = 2;
const togetherRounds = 3;

/**
 * One decision of the gate from a log of 1,000 entries beside reading its facts from JSON. Then the
 * whole reservation (the person's lock, reading the rows, keeping decision and attempt) beside the
 * bare lock and insert. All take turns. Last, 32 who ask for the same people at once: nobody is
 * called beyond the cap.
 */
export async function bench(): Promise<BenchResult> {
  const prior = sizeOf(1_000);
  const together = togetherRounds * clients * togetherEach;
  const dense = rounds * (aloneARound + arrivalsARound) + together;
  const few = rounds * aloneARound;
  const others = capped + clients + dense;
  const database = await cloneTemplate();
  const { db, close } = connect(database.url, { poolSize: clients });
  const opened = await openApp({
    db,
    clock: () => Date.parse(at),
    after: () => () => undefined,
    uploads: '',
    telephony: { seed: 'bench', speed: 1, inboundPerHour: 0 },
    report: (error) => {
      throw error;
    },
  });
  const { app } = opened;
  try {
    const histories = [
      { people: dense, attemptsEach: prior },
      { people: few, attemptsEach: fewAttempts },
    ];
    await longHistories(db, dense + few + others + 1, histories, at);
    const portfolios = await allPortfolios(db, tenantId);
    const reserve: Reserve = (number) => reserveOnce(app, portfolios, number);
    const bare: Reserve = (number) => bareOnce(app, portfolios, number);
    const warm = dense + few + capped + 1;
    await closedLoop(reserve, warm, clients, 1);
    const measured = await inTurns(reserve, bare, {
      dense: numbersFrom(1),
      few: numbersFrom(dense + 1),
      bare: numbersFrom(warm + clients),
    });
    const beyond = await beyondCap(app, reserve, dense + few + 1, { people: capped, clients });
    return {
      name: 'gate',
      setting: `${prior} prior attempts a person; ${logs} logs of either kind`,
      figures: [
        ...decideFigures(app, 'spread over 390 days', 390, prior),
        ...decideFigures(app, 'all of the last seven days', 7, prior),
        ...reserveFigures(measured),
        capFigure(beyond),
      ],
    };
  } finally {
    await opened.close();
    await close();
    await database.drop();
    await stopTestServer();
  }
}

/** Gives out the numbers of people, each once: so many at a time, from the first of them. */
type Numbers = (count: number) => number;

function numbersFrom(first: number): Numbers {
  let next = first;
  return (count) => {
    next += count;
    return next - count;
  };
}

/** What reservations took, in milliseconds. */
type Measured = {
  readonly [Kind in 'alone' | 'aloneFew' | 'aloneBare' | 'arriving' | 'arrivingBare']: number[];
} & { readonly perSecond: number[]; readonly perSecondBare: number[] };

async function inTurns(
  reserve: Reserve,
  bare: Reserve,
  people: { readonly [Of in 'dense' | 'few' | 'bare']: Numbers },
): Promise<Measured> {
  const measured: Measured = {
    ...{ alone: [], aloneFew: [], aloneBare: [], arriving: [], arrivingBare: [] },
    ...{ perSecond: [], perSecondBare: [] },
  };
  const alone = (ask: Reserve, of: Numbers) => closedLoop(ask, of(aloneARound), 1, aloneARound);
  const arriving = (ask: Reserve, of: Numbers) => {
    const from = of(arrivalsARound);
    return arrivals(arrivalsPerSecond, arrivalsARound, (i) => permitted(ask, from + i));
  };
  const together = async (ask: Reserve, of: Numbers) => {
    const from = of(clients * togetherEach);
    const began = performance.now();
    await closedLoop(ask, from, clients, togetherEach);
    return (clients * togetherEach * 1000) / (performance.now() - began);
  };
  for (let round = 0; round < rounds; round += 1) {
    measured.alone.push(...(await alone(reserve, people.dense)));
    measured.aloneBare.push(...(await alone(bare, people.bare)));
    measured.aloneFew.push(...(await alone(reserve, people.few)));
    measured.arriving.push(...(await arriving(reserve, people.dense)));
    measured.arrivingBare.push(...(await arriving(bare, people.bare)));
    if (round >= togetherRounds) continue;
    measured.perSecond.push(await together(reserve, people.dense));
    measured.perSecondBare.push(await together(bare, people.bare));
  }
  return measured;
}

/** Every try counts, whatever else ran meanwhile; reading the same facts takes turns with it. */
function decideFigures({ gate }: App, how: string, days: number, prior: number): Figure[] {
  const asked = Array.from({ length: logs }, (_, seed) => loggedFacts(at, days, prior, seed));
  const texts = asked.map((facts) => JSON.stringify(facts));
  const timed = (work: () => unknown) => {
    const began = performance.now();
    work();
    return performance.now() - began;
  };
  for (const facts of asked) gate.decide(facts);
  const [decided, read]: [number[], number[]] = [[], []];
  for (let tries = 0; tries < triesEach; tries += 1) {
    for (const [index, text] of texts.entries()) {
      decided.push(timed(() => gate.decide(asked[index] as Facts)));
      read.push(timed(() => JSON.parse(text)));
    }
  }
  return [0.5, 0.99].map((q) =>
    figure(`decide, log ${how}, single tries, ${nameOf(q)}`, q, decided, read, {
      baselineWhat: 'reading the same facts from JSON',
      budgetMs: 1,
    }),
  );
}

const bareWhat = 'lock the person and insert the attempt, no decision';

function reserveFigures(measured: Measured): Figure[] {
  const { alone, aloneFew, aloneBare, arriving, arrivingBare } = measured;
  const reservation = (what: string, q: number, ours: number[], theirs: number[], ms: number) =>
    figure(`decide and reserve, ${what}, ${nameOf(q)}`, q, ours, theirs, {
      baselineWhat: bareWhat,
      budgetMs: ms,
    });
  const perSecond = quantile(measured.perSecond, 0.5);
  return [
    reservation('one after another', 0.5, alone, aloneBare, 5),
    reservation(`one after another, ${fewAttempts} prior attempts`, 0.5, aloneFew, aloneBare, 2),
    reservation(`${arrivalsPerSecond} a second`, 0.99, arriving, arrivingBare, 25),
    {
      what: `reservations by ${clients} clients in a closed loop`,
      unit: 'a second',
      measured: perSecond,
      baseline: quantile(measured.perSecondBare, 0.5),
      baselineWhat: bareWhat,
      budget: '≥ 70 a second',
      met: perSecond >= 70,
    },
  ];
}

const nameOf = (q: number) => (q === 0.5 ? 'median' : `p${q * 100}`);

function figure(
  what: string,
  q: number,
  ours: readonly number[],
  theirs: readonly number[],
  { baselineWhat, budgetMs }: { readonly baselineWhat: string; readonly budgetMs: number },
): Figure {
  const measured = quantile(ours, q);
  return {
    what,
    unit: 'ms',
    measured,
    baseline: quantile(theirs, q),
    baselineWhat,
    budget: `≤ ${budgetMs} ms`,
    met: measured <= budgetMs,
  };
}

function capFigure(beyond: number): Figure {
  return {
    what: `calls beyond ${callsInSevenDays} in seven days, ${clients} at once for each of ${capped} people`,
    unit: '',
    measured: beyond,
    baseline: null,
    baselineWhat: null,
    budget: '0',
    met: beyond === 0,
  };
}
