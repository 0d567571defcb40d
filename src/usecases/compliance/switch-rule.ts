import { canSpeak } from '#domain/contact/cited-rules.ts';
import { event } from '#domain/events/event.ts';
import type { FactsOf } from '#domain/events/event-kinds.ts';
import { readSilence } from '#domain/gate/silent-channels.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { append } from '#storage/event-log.ts';
import {
  insertSwitch,
  answerSwitch as keepAnswer,
  lockSwitch,
  switchedRules,
} from '#storage/gate/rule-switches.ts';
import { type App, allow, now, type Tx } from '#usecases/app.ts';

/**
 * A rule of unread source to be confirmed (`on`) or switched off (`off`); or a channel without any
 * rule of the place to be open (`on`) or shut again (`off`).
 */
type Proposal = {
  readonly rule: string;
  readonly turn: 'on' | 'off';
  readonly reason: string;
  readonly sourceRead: string | null;
};

/**
 * Proposes a switch; nothing changes until a second person confirms. Throws `not-found` for an
 * unknown rule, `invalid-input` for one whose source was read (it always speaks) and where it is not
 * said what was read, `already-done` when it stands so already, `conflict` while a proposal waits.
 */
export async function proposeSwitch(app: App, actor: Actor, proposal: Proposal) {
  const proposedBy = switcher(actor);
  const packId = switchablePack(app, proposal.rule);
  // To shut a channel again nobody needs to have read anything.
  const isShut = proposal.turn === 'off' && readSilence(app.gate.packs, proposal.rule) !== null;
  if (!proposal.sourceRead && !isShut) wrongField('sourceRead', 'source-not-said');
  const switchId = app.newId();
  await app.db.transaction().execute(async (tx) => {
    const { confirmedRules, silencedRules } = await switchedRules(tx, app.tenantId);
    const isOn = confirmedRules.includes(proposal.rule);
    const isOff = isShut ? !isOn : silencedRules.includes(proposal.rule);
    if (proposal.turn === 'on' ? isOn : isOff) {
      throw new Refusal('already-done', { thing: 'rule', id: proposal.rule });
    }
    const { rule: ruleId, ...rest } = proposal;
    const kept = await insertSwitch(tx, {
      ...rest,
      ...{ id: switchId, tenantId: app.tenantId, ruleId, packId, proposedBy },
      proposedAt: now(app),
    });
    if (!kept) throw new Refusal('conflict', { thing: 'rule-switch', reason: 'proposed-already' });
    const facts = { switchId, rule: ruleId, pack: packId, turn: rest.turn };
    await logSwitch(app, tx, actor, 'rule.switch-proposed', facts);
  });
  return { switchId };
}

/**
 * Confirms or rejects a proposed switch; a confirmed one works from the next decision on. Throws
 * `second-person-needed` for whoever proposed it and `already-done` when it was answered.
 */
export async function answerSwitch(
  app: App,
  actor: Actor,
  { switchId, confirmed }: { readonly switchId: string; readonly confirmed: boolean },
): Promise<{ done: true }> {
  const answeredBy = switcher(actor);
  await app.db.transaction().execute(async (tx) => {
    const open = await lockSwitch(tx, app.tenantId, switchId);
    if (!open) throw new Refusal('not-found', { thing: 'rule-switch', id: switchId });
    if (open.answeredAt) throw new Refusal('already-done', { thing: 'rule-switch', id: switchId });
    if (open.proposedBy === answeredBy) {
      throw new Refusal('second-person-needed', { thing: 'rule-switch' });
    }
    const { ruleId: rule, packId: pack, turn } = open;
    if (confirmed) switchablePack(app, rule);
    await keepAnswer(tx, switchId, { answeredBy, answeredAt: now(app), confirmed });
    const kind = confirmed ? 'rule.switched' : 'rule.switch-rejected';
    const facts = { switchId, rule, pack, turn: turn as FactsOf<'rule.switched'>['turn'] };
    await logSwitch(app, tx, actor, kind, facts);
  });
  return { done: true };
}

/** Rules hold for everyone: only who holds the right on every portfolio may switch them. */
function switcher(actor: Actor): string {
  allow(actor, 'rule.switch');
  if (actor.userId === null) throw new Refusal('not-allowed', { right: 'rule.switch' });
  return actor.userId;
}

function switchablePack(app: App, ruleId: string): string {
  const silence = readSilence(app.gate.packs, ruleId);
  if (silence) return silence.pack.id;
  const pack = app.gate.packs.find(({ rules }) => rules.some(({ id }) => id === ruleId));
  const rule = pack?.rules.find(({ id }) => id === ruleId);
  if (!pack || !rule) throw new Refusal('not-found', { thing: 'rule', id: ruleId });
  if (rule.basis !== 'unread') wrongField('rule', 'source-was-read');
  if (!canSpeak(rule)) wrongField('rule', 'only-a-definition');
  return pack.id;
}

function wrongField(path: string, code: string): never {
  throw new Refusal('invalid-input', { problems: [{ path, message: code, code }] });
}

async function logSwitch(
  app: App,
  tx: Tx,
  actor: Actor,
  kind: 'rule.switch-proposed' | 'rule.switched' | 'rule.switch-rejected',
  facts: FactsOf<'rule.switched'>,
): Promise<void> {
  const at = now(app);
  const frame = {
    ...{ id: app.newId(), tenantId: app.tenantId, portfolioId: null, customerId: null },
    ...{ caseId: null, occurredAt: at, recordedAt: at, actorId: actor.userId },
  };
  await append(tx, [event(kind, frame, facts)]);
}
