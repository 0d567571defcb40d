import { titlesOf } from '#domain/contact/cited-rules.ts';
import type { ReplayQuestion } from '#domain/gate/replay.ts';
import { type Actor, portfoliosWith } from '#domain/workforce/rights.ts';
import { assert, Refusal } from '#kernel/refusal.ts';
import { instantOf, msOf } from '#kernel/time.ts';
import {
  decisionsByHour,
  endAbandonedReplays,
  endReplay,
  insertReplay,
  lockReplays,
  type ReplayRow,
  replayChanges,
  replayRows,
} from '#storage/compliance/replays.ts';
import { switchedRules } from '#storage/gate/rule-switches.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import { type App, allow, now } from '#usecases/app.ts';
import { runReplay } from './steps/run-replay.ts';

const dayMs = 86_400_000;
/** A page of a replay takes well under a second: one that has not moved for so long has died. */
const silenceMs = 2 * 60_000;
const changesAtOnce = 100;

/** The question as somebody asks it. */
export type StartReplay = {
  /** How many days back, 1 to 400. */
  readonly days: number;
  /** Rules of unread source, switched off today, that would speak. */
  readonly alsoSpeaking: readonly string[];
  /** Rules of unread source that would be silent. */
  readonly alsoSilent: readonly string[];
  readonly newPacks: boolean;
};

/**
 * Starts deciding the contacts of the last days again; answers at once, progress is read with
 * `listReplays`. Throws `invalid-input` for a rule that no pack has or whose source was read, `conflict`
 * while another one runs.
 */
export async function startReplay(app: App, actor: Actor, input: StartReplay) {
  allow(actor, 'replay.run');
  checkRules(app, [...input.alsoSpeaking, ...input.alsoSilent]);
  const at = app.clock();
  const { confirmedRules, silencedRules } = await switchedRules(app.db, app.tenantId);
  const speaking = new Set(input.alsoSpeaking);
  const question: ReplayQuestion = {
    confirmedRules,
    silencedRules: [...new Set([...silencedRules, ...input.alsoSilent])].filter(
      (rule) => !speaking.has(rule),
    ),
    newPacks: input.newPacks,
    portfolios: portfoliosWith(actor, 'replay.run'),
  };
  const fromAt = instantOf(at - input.days * dayMs);
  const toAt = instantOf(at);
  const { tenantId } = app;
  const slices = await decisionsByHour(app.db, tenantId, question.portfolios, fromAt, toAt);
  const total = slices.reduce((sum, { count }) => sum + count, 0);
  const replayId = app.newId();
  const period = { fromAt, toAt, total };
  const asked = { id: replayId, tenantId, askedBy: actor.userId, askedAt: toAt };
  await inRetriedTransaction(app.db, async (tx) => {
    // One at a time, also for whoever clicks twice.
    await lockReplays(tx);
    await endAbandonedReplays(tx, instantOf(at - silenceMs), instantOf(at));
    const known = await replayRows(tx, tenantId);
    const isRunning = known.some(({ state }) => state === 'running');
    if (isRunning) throw new Refusal('conflict', { thing: 'replay', reason: 'running' });
    await insertReplay(tx, { ...asked, question, ...period });
  });
  // Not waited for: it goes on by itself and writes down how it ended, if the database still can.
  runReplay(app, { replayId, tenantId, question }, slices).catch(() => undefined);
  return { replayId, total };
}

const unreadRules = (app: App) =>
  app.gate.packs.flatMap((pack) =>
    pack.rules
      .filter(({ basis, check }) => basis === 'unread' && check)
      .map(({ id, title }) => ({ rule: id, title, pack: pack.id })),
  );

/** The rules of unread source, and whether they speak today. */
export async function replayRules(app: App, actor: Actor) {
  allow(actor, 'replay.run');
  const { silencedRules } = await switchedRules(app.db, app.tenantId);
  const rules = unreadRules(app);
  return { rules: rules.map((rule) => ({ ...rule, speaks: !silencedRules.includes(rule.rule) })) };
}

function checkRules(app: App, rules: readonly string[]): void {
  const unread = new Set(unreadRules(app).map(({ rule }) => rule));
  const stray = rules.find((rule) => !unread.has(rule));
  if (stray !== undefined) {
    throw new Refusal('invalid-input', {
      problems: [{ path: 'alsoSpeaking', message: 'source-was-read', code: 'source-was-read' }],
    });
  }
}

/** The latest replays with their progress, those of the actor's own portfolios. */
export async function listReplays(app: App, actor: Actor) {
  allow(actor, 'replay.run');
  const rows = await replayRows(app.db, app.tenantId);
  const silentBefore = app.clock() - silenceMs;
  const mine = rows.filter((row) => maySee(actor, row));
  const died = (row: ReplayRow) => row.state === 'running' && msOf(row.beatAt) < silentBefore;
  return { replays: mine.map((row) => (died(row) ? { ...row, state: 'failed' as const } : row)) };
}

/** Nobody sees counts over portfolios that are not theirs. */
function maySee(actor: Actor, { question }: ReplayRow): boolean {
  const mine = portfoliosWith(actor, 'replay.run');
  if (mine === 'all') return true;
  return question.portfolios !== 'all' && question.portfolios.every((id) => mine.includes(id));
}

async function readable(app: App, actor: Actor, replayId: string): Promise<ReplayRow> {
  allow(actor, 'replay.run');
  const [row] = await replayRows(app.db, app.tenantId, replayId);
  if (!row || !maySee(actor, row))
    throw new Refusal('not-found', { thing: 'replay', id: replayId });
  return row;
}

/** The contacts that would have gone otherwise, newest first. */
export async function readReplayChanges(
  app: App,
  actor: Actor,
  input: {
    replayId: string;
    kind?: 'newly_refused' | 'newly_allowed' | 'otherwise' | undefined;
    after?: string | undefined;
  },
) {
  await readable(app, actor, input.replayId);
  const changes = await replayChanges(app.db, input.replayId, {
    kind: input.kind ?? null,
    portfolios: portfoliosWith(actor, 'replay.run'),
    after: input.after ?? null,
    limit: changesAtOnce + 1,
  });
  const page = changes.slice(0, changesAtOnce);
  const named = page.flatMap(({ rulesWas, rulesBecomes }) => [...rulesWas, ...rulesBecomes]);
  return {
    changes: page,
    titles: titlesOf(app.gate.packs, named),
    more: changes.length > changesAtOnce,
  };
}

/** Stops a running replay; what it found so far stays. */
export async function stopReplay(app: App, actor: Actor, { replayId }: { replayId: string }) {
  const { state } = await readable(app, actor, replayId);
  if (state === 'running') await endReplay(app.db, replayId, 'stopped', null, now(app));
  const [row] = await replayRows(app.db, app.tenantId, replayId);
  assert(row, 'a replay does not go away');
  return { state: row.state };
}
