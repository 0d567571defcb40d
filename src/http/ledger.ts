import * as ledger from '#contract/ledger.ts';
import * as money from '#contract/money-in-hand.ts';
import { applyMoney } from '#usecases/ledger/apply-money.ts';
import { listPayments } from '#usecases/ledger/list-payments.ts';
import { listMoney, readMoney } from '#usecases/ledger/read-money.ts';
import { recordCredit } from '#usecases/ledger/record-credit.ts';
import { recordPayment } from '#usecases/ledger/record-payment.ts';
import { refundMoney } from '#usecases/ledger/refund-money.ts';
import { reversePayment } from '#usecases/ledger/reverse-payment.ts';
import { tellPayer } from '#usecases/ledger/tell-payer.ts';
import { type HttpContext, mount } from './mount.ts';

/** Payments, credits and money in hand. */
export function mountLedger(context: HttpContext): void {
  mount(context, ledger.listPayments, (app, actor, input) =>
    listPayments(app, actor, {
      portfolioId: input.portfolioId ?? null,
      customerId: input.customerId ?? null,
      before: input.before ?? null,
      onlyUnapplied: input.unapplied === 'true',
    }),
  );
  mount(context, ledger.recordPayment, recordPayment);
  mount(context, ledger.tellPayer, tellPayer);
  mount(context, ledger.reversePayment, reversePayment);
  mount(context, ledger.recordCredit, recordCredit);
  mount(context, money.listMoney, listMoney);
  mount(context, money.readMoney, readMoney);
  mount(context, money.applyMoney, applyMoney);
  mount(context, money.refundMoney, refundMoney);
}
