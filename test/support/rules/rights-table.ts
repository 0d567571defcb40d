import { type Role, roles } from '#domain/workforce/rights.ts';

/**
 * Who may do what: each endpoint by name, and a letter for each role that may use it, in the order
 * m manager, n analyst, s supervisor, a agent, b back office, c compliance officer, x administrator,
 * v specialist for vulnerable customers; the last may be left out.
 * Written by hand from what people do, not from the code, so that the two check each other.
 */
const table: Readonly<Record<string, string>> = {
  'workforce.who-am-i': 'mnsabcxv',

  'account.sign-ins': 'mnsabcxv',
  'account.end-sign-in': 'mnsabcxv',
  'account.end-other-sign-ins': 'mnsabcxv',
  'account.change-password': 'mnsabcxv',
  'account.second-factor': 'mnsabcxv',
  'account.begin-second-factor': 'mnsabcxv',
  'account.cancel-second-factor': 'mnsabcxv',
  'account.confirm-second-factor': 'mnsabcxv',

  'approvals.list': 'mnsabcxv',
  'approvals.count': 'mnsabcxv',
  'approvals.decide': 'mnsabcxv',

  'admin.users': '......x',
  'admin.user-log': '......x',
  'admin.create-user': '......x',
  'admin.set-roles': '......x',
  'admin.rename-user': '......x',
  'admin.reset-password': '......x',
  'admin.reset-second-factor': '......x',
  'admin.deactivate-user': '......x',
  'admin.reactivate-user': '......x',
  'admin.policies': 'm.....x',
  'admin.policy': 'm......',
  'admin.set-policy': 'm......',
  'policy.proposals': 'm....c.',
  'policy.answer-proposal': 'm....c.',
  'admin.change-portfolio': 'm.....x',
  'admin.preview-portfolio': 'm.....x',
  'connections.all': 'm.....x',
  'connections.one': '......x',
  'connections.test': '......x',
  'connections.set': '......x',
  'system.health': 'm.....x',
  'system.daily-run': 'm.....x',
  'system.check-log': 'm.....x',

  'cases.read': 'm.sabc.',
  'cases.history': 'm.sabc.',
  'cases.allowed': 'm.sabc.',
  'cases.write-note': 'm.sabc.',
  'cases.find': 'm.sabc.',
  'cases.workers': 'm.s....',
  'cases.move': 'm.s....',
  'cases.set-hold': '..s.bc.',
  'cases.lift-hold': '..s.bc.',
  'cases.address': '..s.bc.',
  'cases.correct-address': '..s.bc.',
  'cases.end-whereabouts': '..sa...',
  'cases.add-party': '..s.bc.',
  'cases.change-party': '..s.bc.',
  'cases.end-party': '..s.bc.',
  'cases.add-point': '..s.bc.',
  'cases.set-point': '..s.bc.',
  'cases.set-debt-terms': '..s.bc.',
  'cases.review-vulnerable': '..s..c.v',

  'compliance.blocks': 'm.s..c.',
  'compliance.block-rows': 'm.s..c.',
  'compliance.decision': 'm.s..c.',
  'compliance.why-not': 'm.s..c.',
  'compliance.packs': 'm.s..c.',
  'compliance.pack': 'm.s..c.',
  'compliance.rule-switches': 'm.s..c.',
  'compliance.propose-switch': 'm....c.',
  'compliance.answer-switch': 'm....c.',

  'desk.my-day': '..sa...',
  'desk.next': '..sa...',
  'desk.worklist': '..sa...',
  'desk.open': '..sa...',
  'desk.put-back': '..sa...',
  'desk.set-state': '..sa...',

  'compliance.record-fact': '....bc.',
  'compliance.facts': 'm.s.bc.',
  'compliance.record-consent': '....bc.',
  'compliance.revoke-consent': '....bc.',
  'compliance.correct-attempt': '....bc.',
  'compliance.link-people': '....bc.',
  'compliance.split-people': '....bc.',
  'compliance.transfer-portfolio': 'm......',
  'compliance.flags': 'm.s..c.',
  'compliance.review-flag': '....bc.',

  'compliance.export-evidence': '.....c.',
  'audit.readings': '.....c.',
  'compliance.obligations': '..s.bc.',
  'compliance.notice': '..s.bc.',
  'compliance.claim-obligation': '..s.bc.',
  'compliance.fulfil-obligation': '..s.bc.',
  'compliance.drop-obligation': '..s.bc.',
  'compliance.refusals': '..s.bc.',
  'compliance.judge-refusal': '..s.bc.',
  'messages.key-in': '....bc.',
  'compliance.start-replay': '.n...c.',
  'compliance.replays': '.n...c.',
  'compliance.replay-rules': '.n...c.',
  'compliance.stop-replay': '.n...c.',
  'compliance.replay-changes': '.n...c.',

  'contact.read': 'm.sabc.',
  'contact.call': '..sa...',
  'contact.say': '..sa...',
  'contact.verify': '..sa...',
  'contact.hang-up': '..sa...',
  'contact.late-reason': '..sa...',
  'contact.dispute': '..sa...',
  'contact.hardship': '..sa...',
  'contact.represented': '..sa...',
  'contact.mark-number': '..sa...',
  'contact.stop': '..sa...',
  'contact.callback': '..sa...',
  'contact.new-method': '..sa...',
  'contact.new-point': '..sa...',
  'contact.language': '..sa...',
  'contact.whereabouts': '..sa...',
  'contact.help': '..sa...',
  'contact.finish': '..sa...',
  'contact.ladder': '..sa...',
  'contact.promise': '..sa...',
  'contact.preview-plan': '..sa...',
  'contact.plan': '..sa...',

  'gate.ask-override': '..s....',
  'gate.alarms': 'm....cx',
  'gate.close-alarm': 'm....cx',

  'floor.read': 'm.s....',
  'floor.take-request': 'm.s....',
  'floor.close-request': 'm.s....',
  'floor.take-over': '..s....',

  'insight.bridge': 'mns..c.',
  'insight.ageing': 'mns..c.',
  'insight.board': 'mns..c.',
  'insight.kpis': 'mns..c.',
  'insight.causes': 'mns..c.',
  'insight.contact-hours': 'mns..c.',
  'insight.new-debt': 'mns..c.',
  'insight.open-bridge': 'mns..c.',
  'insight.open-ageing': 'mns..c.',
  'insight.open-board': 'mns..c.',
  'insight.open-kpi': 'mns..c.',
  'insight.open-cause': 'mns..c.',

  'intake.read-portfolios': 'mnsabcxv',
  'intake.create-portfolio': 'm......',
  'intake.upload-file': 'm...b..',
  'intake.look-at-file': 'm...b..',
  'intake.start-import': 'm...b..',
  'intake.read-imports': 'm...b..',
  'intake.read-import': 'm...b..',
  'intake.download-rejects': 'm...b..',
  'intake.remove-file': 'm...b..',
  'intake.take-back-import': 'm...b..',
  'intake.read-maps': 'm...b..',
  'intake.save-map': 'm...b..',
  'intake.read-entries': 'm...b..',
  'intake.match-entry': 'm...b..',
  'intake.set-entry-aside': 'm...b..',

  'ledger.payments': 'm.s.bc.',
  'ledger.record-payment': 'm...b..',
  'ledger.reverse-payment': 'm...b..',
  'ledger.record-credit': 'm...b..',

  'strategy.record-key-event': 'm.s.b..',
  'strategy.resolve-key-event': 'm.s.b..',
  'tasks.list': 'm.s.b..',
  'tasks.read': 'm.s.b..',
  'tasks.claim': 'm.s.b..',
  'tasks.finish': 'm.s.b..',
  'tasks.record-sent': 'm.s.b..',
};

/** Every endpoint the table names. */
export const namesInTable: readonly string[] = Object.keys(table);

/** The roles that the table lets use an endpoint. Throws on a line that is too short or long. */
export function rolesInTable(name: string): ReadonlySet<Role> {
  const line = table[name] ?? '';
  if (![roles.length - 1, roles.length].includes(line.length))
    throw new Error(`${name}: "${line}" has the wrong length`);
  return new Set(roles.filter((_, place) => (line[place] ?? '.') !== '.'));
}

/**
 * Addresses that are no endpoint: files beside endpoints follow the endpoint (`.csv`), the others are
 * open to everyone, to everyone signed in, or decide for themselves (tested where they are).
 */
export const otherAddresses: Readonly<Record<string, 'open' | 'signed-in' | 'own-rule'>> = {
  '/health': 'open',
  '/ready': 'open',
  '/api/openapi.json': 'open',
  '/api/demo-logins': 'open',
  '/api/auth/sign-in/email': 'open',
  '/api/auth/sign-out': 'open',
  '/api/live': 'signed-in',
  '/metrics': 'own-rule',
};
