import type { ApprovalKind } from '#domain/approvals/approval-kinds.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import type { ApprovalRow } from '#storage/approvals/approvals.ts';
import { lockPortfolio } from '#storage/portfolios/policy.ts';
import type { App, Tx } from '#usecases/app.ts';
import type { Answered } from '#usecases/approvals/steps/answer-approval.ts';
import {
  askedTransfer,
  carryOutPolicy,
  carryOutTraits,
  dropChanges,
} from '#usecases/compliance/steps/carry-out-changes.ts';
import { carryOutSwitch, dropSwitch } from '#usecases/compliance/steps/carry-out-switch.ts';
import { carryOutTransfer } from '#usecases/compliance/steps/carry-out-transfer.ts';
import { carryOutCorrection } from '#usecases/contact-log/steps/correct-within.ts';
import { carryOutOverride } from '#usecases/gate/steps/carry-out-override.ts';
import { carryOutMatch, isMatch } from '#usecases/intake/steps/book-entry.ts';
import { carryOutBooking } from '#usecases/ledger/steps/book-by-hand.ts';
import {
  carryOutPeriod,
  carryOutRequest,
  carryOutRetention,
} from '#usecases/privacy/steps/carry-out-privacy.ts';
import { decidePlanAsked } from '#usecases/supervision/steps/decide-plan.ts';

type Act = (app: App, tx: Tx, actor: Actor, answered: Answered) => Promise<void>;

/** How a kind of request is carried out. */
type Carrier = {
  /** Takes the lock under which requests of this kind are made, before that of the request. */
  readonly lock: (tx: Tx, asked: ApprovalRow) => Promise<unknown>;
  /** What has to be asked before the transaction; answers what carries the approved request out. */
  readonly prepare: (app: App, actor: Actor, asked: ApprovalRow) => Promise<Act>;
  /** What has to be done when it was refused or withdrawn. */
  readonly drop: Act;
};

const nothing = async () => undefined;

const simple = (act: Act, drop: Act = nothing): Carrier => ({
  ...{ lock: nothing, prepare: async () => act, drop },
});

/** A change of a portfolio, under the lock of the portfolio. */
const ofPortfolio = (act: Act): Carrier => ({
  ...simple(act, dropChanges),
  lock: (tx, { portfolioId }) => lockPortfolio(tx, portfolioId ?? ''),
});

const transfer: Carrier = {
  ...ofPortfolio(nothing),
  prepare: async (app, actor, asked) => {
    const wanted = await askedTransfer(app, actor, asked);
    return (_, tx, __, { id: proposalId, portfolioId, reason }) =>
      carryOutTransfer(app, tx, actor, {
        ...{ ...wanted, portfolioId: portfolioId ?? '', proposalId, reason },
      });
  },
};

/** What carries out each kind of request; a kind without a row does not compile. */
export const carriers: Readonly<Record<ApprovalKind, Carrier>> = {
  policy: ofPortfolio(carryOutPolicy),
  portfolio: ofPortfolio(carryOutTraits),
  transfer,
  rule: simple(carryOutSwitch, dropSwitch),
  plan: simple(decidePlanAsked, decidePlanAsked),
  payment: simple((app, tx, actor, answered) =>
    (isMatch(answered) ? carryOutMatch : carryOutBooking)(app, tx, actor, answered),
  ),
  reversal: simple(carryOutBooking),
  credit: simple(carryOutBooking),
  allocation: simple(carryOutBooking),
  refund: simple(carryOutBooking),
  correction: simple(carryOutCorrection),
  override: simple(carryOutOverride),
  erasure: simple(carryOutRequest),
  copy: simple(carryOutRequest),
  retention: simple(carryOutRetention),
  'retention-period': simple(carryOutPeriod),
};
