import { canSpeak } from '#domain/contact/cited-rules.ts';
import { event } from '#domain/events/event.ts';
import type { FactsOf } from '#domain/events/event-kinds.ts';
import { readSilence } from '#domain/gate/silent-channels.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { append } from '#storage/event-log.ts';
import { insertSwitch, type SwitchAsked } from '#storage/gate/rule-switches.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import type { Answered } from '#usecases/approvals/steps/answer-approval.ts';

/** Puts an approved switch in force: it works from the next decision on. */
export async function carryOutSwitch(
  app: App,
  tx: Tx,
  actor: Actor,
  { id, tenantId, about }: Answered,
): Promise<void> {
  const { rule, pack, turn } = about as SwitchAsked;
  // The packs may be others than when it was asked for.
  switchablePack(app, rule);
  await insertSwitch(tx, { id, tenantId, ruleId: rule, turn, switchedAt: now(app) });
  await logSwitch(app, tx, actor, 'rule.switched', { switchId: id, rule, pack, turn });
}

/** Says of a switch that was refused or withdrawn that it came to nothing. */
export async function dropSwitch(
  app: App,
  tx: Tx,
  actor: Actor,
  { id, about }: Answered,
): Promise<void> {
  const { rule, pack, turn } = about as SwitchAsked;
  await logSwitch(app, tx, actor, 'rule.switch-rejected', { switchId: id, rule, pack, turn });
}

/** The pack of a rule that may be switched. Throws `not-found`, `invalid-input`. */
export function switchablePack(app: App, ruleId: string): string {
  const silence = readSilence(app.gate.packs, ruleId);
  if (silence) return silence.pack.id;
  const pack = app.gate.packs.find(({ rules }) => rules.some(({ id }) => id === ruleId));
  const rule = pack?.rules.find(({ id }) => id === ruleId);
  if (!pack || !rule) throw new Refusal('not-found', { thing: 'rule', id: ruleId });
  if (rule.basis !== 'unread') wrongField('rule', 'source-was-read');
  if (!canSpeak(rule)) wrongField('rule', 'only-a-definition');
  return pack.id;
}

/** Throws `invalid-input` for one field. */
export function wrongField(path: string, code: string): never {
  throw new Refusal('invalid-input', { problems: [{ path, message: code, code }] });
}

/** Appends what happened to a switch. */
export async function logSwitch(
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
