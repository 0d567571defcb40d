import { readSilence } from '#domain/gate/silent-channels.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { switchedRules } from '#storage/gate/rule-switches.ts';
import { type App, allow } from '#usecases/app.ts';
import { askApproval } from '#usecases/approvals/steps/ask-approval.ts';
import { logSwitch, switchablePack, wrongField } from './steps/carry-out-switch.ts';

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
  // Rules hold for everyone: only who holds the right on every portfolio may switch them.
  allow(actor, 'rule.switch');
  const packId = switchablePack(app, proposal.rule);
  // To shut a channel again nobody needs to have read anything.
  const isShut = proposal.turn === 'off' && readSilence(app.gate.packs, proposal.rule) !== null;
  if (!proposal.sourceRead && !isShut) wrongField('sourceRead', 'source-not-said');
  const { rule, turn, reason, sourceRead } = proposal;
  return app.db.transaction().execute(async (tx) => {
    const { confirmedRules, silencedRules } = await switchedRules(tx, app.tenantId);
    const isOn = confirmedRules.includes(rule);
    const isOff = isShut ? !isOn : silencedRules.includes(rule);
    if (turn === 'on' ? isOn : isOff) {
      throw new Refusal('already-done', { thing: 'rule', id: rule });
    }
    const about = { rule, pack: packId, turn, sourceRead };
    const switchId = await askApproval(app, tx, actor, {
      ...{ kind: 'rule', subject: `rule:${rule}`, portfolioId: null, about, reason },
    });
    const facts = { switchId, rule, pack: packId, turn };
    await logSwitch(app, tx, actor, 'rule.switch-proposed', facts);
    return { switchId };
  });
}
