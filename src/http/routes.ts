import * as account from '#contract/account.ts';
import * as passkeys from '#contract/passkeys.ts';
import * as workforce from '#contract/workforce.ts';
import { changePassword } from '#usecases/account/change-password.ts';
import { endOtherSignIns, endOwnSignIn, listSignIns } from '#usecases/account/own-sign-ins.ts';
import {
  addPasskey,
  beginPasskey,
  beginPasskeyProof,
  listPasskeys,
  removePasskey,
} from '#usecases/account/passkeys.ts';
import {
  beginSecondFactor,
  cancelSecondFactor,
  confirmSecondFactor,
  readSecondFactor,
} from '#usecases/account/second-factor.ts';
import { whoAmI } from '#usecases/workforce/who-am-i.ts';
import { mountAdmin } from './admin.ts';
import { mountApprovals } from './approvals.ts';
import { mountCases } from './cases.ts';
import { mountCompliance } from './compliance/compliance.ts';
import { mountEvidence } from './compliance/evidence.ts';
import { mountComplianceFacts } from './compliance/facts.ts';
import { mountGate } from './compliance/gate.ts';
import { mountObligations } from './compliance/obligations.ts';
import { mountPersons } from './compliance/persons.ts';
import { mountRefusals } from './compliance/refusals.ts';
import { mountReplays } from './compliance/replays.ts';
import { mountConversations } from './conversations.ts';
import { mountDesk } from './desk.ts';
import { mountDocuments } from './documents.ts';
import { mountFloor } from './floor.ts';
import { mountInsight } from './insight.ts';
import { mountIntake } from './intake.ts';
import { mountLedger } from './ledger.ts';
import { type HttpContext, mount } from './mount.ts';
import { mountTasks } from './tasks.ts';

/** Every endpoint of the product, area by area. */
export function mountAll(context: HttpContext): void {
  mount(context, workforce.whoAmI, whoAmI);
  mountAccount(context);
  mountAdmin(context);
  mountApprovals(context);
  mountCases(context);
  mountCompliance(context);
  mountComplianceFacts(context);
  mountConversations(context);
  mountEvidence(context);
  mountObligations(context);
  mountPersons(context);
  mountRefusals(context);
  mountReplays(context);
  mountDesk(context);
  mountFloor(context);
  mountGate(context);
  mountDocuments(context);
  mountInsight(context);
  mountIntake(context);
  mountLedger(context);
  mountTasks(context);
}

/** What everyone may do with their own account. */
function mountAccount(context: HttpContext): void {
  mount(context, account.listSignIns, listSignIns);
  mount(context, account.readSecondFactor, readSecondFactor);
  mount(context, account.beginSecondFactor, beginSecondFactor);
  mount(context, account.cancelSecondFactor, cancelSecondFactor);
  mount(context, account.confirmSecondFactor, confirmSecondFactor);
  mount(context, account.endOwnSignIn, endOwnSignIn);
  mount(context, account.endOtherSignIns, endOtherSignIns);
  mount(context, account.changePassword, changePassword);
  mount(context, passkeys.listPasskeys, listPasskeys);
  mount(context, passkeys.beginPasskeyProof, beginPasskeyProof);
  mount(context, passkeys.beginPasskey, beginPasskey);
  mount(context, passkeys.addPasskey, addPasskey);
  mount(context, passkeys.removePasskey, removePasskey);
}
