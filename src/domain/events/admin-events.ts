import { z } from 'zod';
import { allApprovalKinds } from '#domain/approvals/approval-kinds.ts';
import { collectorRoles } from '#domain/contact/collector-roles.ts';
import { awayReasons, chosenStates } from '#domain/workforce/agent-states.ts';
import { roles } from '#domain/workforce/rights.ts';
import { signInMethods, signOutReasons } from '#domain/workforce/sign-in-rules.ts';
import { code, codes, count, date, form, id } from './fact-forms.ts';
import { fileViews } from './file-views.ts';

const user = { userId: id };
const signIn = { userId: id, signInId: id };
const role = { userId: id, role: z.enum(roles), portfolioId: id.nullable() };

const ruleSwitch = { switchId: id, rule: code, pack: code, turn: z.enum(['on', 'off']) };

const collectorRole = z.enum(collectorRoles);

const approval = { approvalId: id, kind: z.enum(allApprovalKinds) };

const importKind = z.enum(['book', 'credit_notes', 'payments', 'consents', 'camt']);

const change = z.strictObject({ setting: code, old: z.json(), new: z.json() });

/** What is done to users, portfolios, rules and files. */
export const adminEvents = {
  'user.created': form(1, user),
  'user.role-granted': form(1, role),
  'user.role-revoked': form(1, role),
  'user.password-reset': form(1, user),
  /** What the name was stands in a table of its own, from which it can be erased. */
  'user.renamed': form(1, user),
  'user.deactivated': form(1, user),
  'user.reactivated': form(1, user),
  'user.signed-in': form(1, { ...signIn, method: z.enum(signInMethods) }),
  'user.signed-out': form(1, { ...signIn, how: z.enum(signOutReasons) }),
  /** Whose account was tried; null where there is none with that address. */
  'user.sign-in-failed': form(1, { userId: id.nullable(), step: z.enum(signInMethods) }),
  /** Somebody who is signed in named another password than their present one. */
  'user.password-mistaken': form(1, user),
  'user.password-changed': form(1, user),
  /** An authenticator app was set up, or another one in its place. */
  'user.second-factor-set': form(1, user),
  /** An administrator took it away from somebody who lost their device. */
  'user.second-factor-reset': form(1, user),
  /** Somebody signed in by the identity provider for the first time, and is known by it now. */
  'user.provider-linked': form(1, user),
  /** A passkey was added, or removed by its owner or an administrator. */
  'user.passkey-added': form(1, { ...user, passkeyId: id }),
  'user.passkey-removed': form(1, { ...user, passkeyId: id }),
  /** Somebody opened a customer's file that is not their own work: once in a quarter of an hour. */
  'user.file-read': form(1, { ...user, customerId: id, view: z.enum(fileViews) }),
  /** A file with the data of several customers was taken out: which, and how many lines it had. */
  'user.exported': form(1, { ...user, list: code, lines: count.nullable() }),
  /** An agent goes ready, takes a break or leaves; calls and cases tell the other states. */
  'agent.state-set': form(1, {
    state: z.enum(chosenStates),
    reason: z.enum(awayReasons).nullable(),
  }),
  /** The new version, and each setting that changed with its value before and after. */
  'portfolio.policy-changed': form(1, {
    version: count,
    changes: z.array(change).readonly(),
    /** The proposal that a second person confirmed; null for a change that needs none. */
    proposalId: id.nullable(),
  }),
  /** A change of the gate's limits waits for a second person. */
  'portfolio.policy-proposed': form(1, { proposalId: id, changes: z.array(change).readonly() }),
  /** It was rejected by somebody else, or withdrawn by whoever proposed it. */
  'portfolio.policy-rejected': form(1, {
    proposalId: id,
    outcome: z.enum(['rejected', 'withdrawn']),
  }),
  /** Keys outside of the database were lost, and others took their place: who decided, which. */
  'keys.adopted': form(1, { ...user, keys: codes }),
  'portfolio.created': form(1, {}),
  /** An alarm of the gate was seen to; what was done stands in its row. */
  'alarm.closed': form(1, { alarmId: id }),
  /** A map for files of this kind was saved under a name. */
  'map.saved': form(1, { kind: importKind }),
  /** Somebody asked for the daily run by hand. */
  'run.asked': form(1, { runOn: date }),
  /** Country or caller id, before and after. */
  'portfolio.changed': form(1, { changes: z.array(change).readonly() }),
  /** The slot (`messages/sms`), who serves it, and the names of the settings that changed. */
  'connection.chosen': form(1, { slot: code, version: count, adapter: code, changed: codes }),
  'portfolio.transferred': form(1, {
    transferId: id,
    proposalId: id,
    fromRole: collectorRole,
    toRole: collectorRole,
  }),
  /** Something waits for a second person: which kind of thing; its parts stand with the request. */
  'approval.asked': form(1, approval),
  /** The second person approved it, which also brought it about, or it came to nothing. */
  'approval.answered': form(1, {
    ...approval,
    /** Lapsed: what it was about was settled otherwise. */
    outcome: z.enum(['approved', 'refused', 'withdrawn', 'lapsed']),
  }),
  'rule.switch-proposed': form(1, ruleSwitch),
  'rule.switched': form(1, ruleSwitch),
  'rule.switch-rejected': form(1, ruleSwitch),
  /** The file of an import was deleted before it was imported: by somebody, or by its time. */
  'import.file-removed': form(1, { importId: id }),
  'import.done': form(1, { importId: id, kind: importKind, counts: z.record(code, count) }),
  'import.taken-back': form(1, { importId: id, kind: importKind }),
} as const;
