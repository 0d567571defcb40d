import { Readable } from 'node:stream';
import type { Role } from '#domain/workforce/rights.ts';
import { instantOf } from '#kernel/time.ts';
import { importKey } from '#readers/source-file.ts';
import { packFacts } from '#storage/packed-facts.ts';
import { ownedBy, type World } from '../world/fresh-world.ts';
import { insightTries } from './insight-tries.ts';
import type { MadeCase } from './small-book.ts';

/** An endpoint by name, who tries it, and with what. */
export type Try = readonly [name: string, role: Role, input: Record<string, unknown>];

/** What hangs on a portfolio besides its case: one row of each kind. */
export async function addRows(world: World, made: MadeCase) {
  const { app, db } = world;
  const at = instantOf(app.clock());
  const ids = {
    importId: app.newId(),
    entryId: app.newId(),
    taskId: app.newId(),
    paymentId: app.newId(),
    requestId: app.newId(),
    holdId: app.newId(),
    decisionId: app.newId(),
    alarmId: app.newId(),
    refusalId: app.newId(),
    obligationId: app.newId(),
  };
  const { caseId, portfolioId, accountId } = made;
  const owned = { ...ownedBy(made.customerId), portfolioId };
  const { tenantId } = app;
  await db
    .insertInto('imports')
    .values({
      ...{ id: ids.importId, tenantId, portfolioId, kind: 'payments', fileName: 'a.csv' },
      ...{ state: 'uploaded', startedAt: at },
    })
    .execute();
  await app.files.write(
    importKey(ids.importId),
    Readable.from([Buffer.from('reference,amount\n')]),
  );
  const money = { amountMinor: 500n, currency: 'USD' };
  await db
    .insertInto('bankEntries')
    .values({
      ...{ id: ids.entryId, tenantId, portfolioId, importId: ids.importId, ...money },
      ...{ fingerprint: ids.entryId, position: 1, bookedOn: '2026-11-17', state: 'unmatched' },
    })
    .execute();
  await db
    .insertInto('tasks')
    .values({
      ...{ ...owned, id: ids.taskId, caseId, kind: 'check-agency', queue: 'back-office' },
      ...{ dueOn: '2026-11-20', openedAt: at },
    })
    .execute();
  await db
    .insertInto('payments')
    .values({
      ...{ ...owned, ...money, id: ids.paymentId, accountId, receivedOn: '2026-11-17' },
      ...{ source: 'test', recordedAt: at },
    })
    .execute();
  await db
    .insertInto('supervisorRequests')
    .values({
      ...{ ...owned, id: ids.requestId, caseId, kind: 'help', askedAt: at },
      askedBy: app.newId(),
    })
    .execute();
  await db
    .insertInto('gateAlarms')
    .values({
      ...{ id: ids.alarmId, tenantId, portfolioId, caseId, kind: 'no-pack', key: 'XX' },
      ...{ firstAt: at, lastAt: at },
    })
    .execute();
  await db
    .insertInto('refusals')
    .values({
      ...{ ...owned, id: ids.refusalId, caseId, source: 'note', sourceId: ids.refusalId },
      ...{ channel: 'note', certainty: 'unsure', scope: 'all', matched: 'stop', foundAt: at },
    })
    .execute();
  await db
    .insertInto('obligations')
    .values({
      ...{ ...owned, id: ids.obligationId, caseId, kind: 'validation_notice', sourceKey: 'test' },
      ...{ rule: 'USF-34-VALIDATION-5D', queue: 'compliance', openedAt: at },
      ...{ dueAt: at, escalatesAt: at },
    })
    .execute();
  const { portfolioId: _, ...own } = owned;
  await db
    .insertInto('holds')
    .values({
      ...{ ...own, id: ids.holdId, caseId, kind: 'complaint', reason: 'test' },
      ...{ reviewOn: '2026-12-01', setAt: at },
    })
    .execute();
  const decision = {
    ...{ permitted: true, reasons: [], advisories: [], requiredContent: [], obligations: [] },
    ...{ nextPermittedAt: null, nextKind: 'now', releasing: [], packVersions: {} },
    evaluatedZones: [],
  };
  await db
    .insertInto('decisions')
    .values({
      ...{ ...owned, id: ids.decisionId, caseId, purpose: 'ask', channel: 'phone_call' },
      ...{ verdict: 'permitted', decision: JSON.stringify(decision), factsHash: 'x' },
      facts: packFacts({} as never).bytes,
      decidedAt: at,
    })
    .execute();
  return ids;
}

const span = { from: '2026-10-01', to: '2026-11-18' };
const why = 'because';

/** Everything that names something of one portfolio, with input that is right in every other way. */
export function triesOn(
  made: MadeCase,
  ids: Awaited<ReturnType<typeof addRows>>,
  references: { readonly item: string; readonly account: string },
): readonly Try[] {
  const { caseId, portfolioId, customerId } = made;
  const { importId, entryId, taskId, paymentId, requestId, holdId } = ids;
  const booked = { portfolioId, amount: '1.00', reference: 'x-1' };
  const noReference = { itemReference: null, accountReference: null, customerReference: null };
  const inHand = { portfolioId, customerId, sourceId: paymentId, amount: '1.00' };
  const options = {};
  const keyEvent = { type: 'A', subReason: 'card-expired', happenedOn: '2026-11-17' };
  return [
    ['cases.read', 'agent', { caseId }],
    ['cases.read', 'compliance', { caseId }],
    ['cases.history', 'back_office', { caseId }],
    ['cases.allowed', 'agent', { caseId }],
    ['cases.documents', 'agent', { caseId }],
    ['cases.add-document', 'back_office', { caseId }],
    ['cases.take-document', 'supervisor', { caseId, documentId: caseId }],
    ['cases.remove-document', 'compliance', { caseId, documentId: caseId, reason: why }],
    ['cases.write-note', 'agent', { caseId, words: 'hello' }],
    ['cases.workers', 'supervisor', { caseId }],
    ['cases.move', 'supervisor', { caseId, toUserId: null, why }],
    ['cases.set-hold', 'compliance', { caseId, kind: 'complaint', why, reviewOn: '2026-12-01' }],
    ['cases.lift-hold', 'compliance', { caseId, holdId, why }],
    ['cases.end-whereabouts', 'agent', { caseId, whereaboutsId: ids.taskId }],
    ['cases.address', 'compliance', { caseId }],
    [
      'cases.correct-address',
      'compliance',
      { caseId, country: 'US', region: 'NY', city: null, postalCode: null, why },
    ],
    ['cases.review-vulnerable', 'compliance', { caseId, outcome: 'cleared', why }],
    ['compliance.blocks', 'compliance', { ...span, portfolioId }],
    ['compliance.block-rows', 'manager', { ...span, portfolioId, figure: 'blocks' }],
    ['compliance.decision', 'supervisor', { decisionId: ids.decisionId }],
    ['compliance.why-not', 'compliance', { caseId }],
    ['compliance.facts', 'compliance', { caseId }],
    ['compliance.facts', 'supervisor', { caseId }],
    ['compliance.record-fact', 'back_office', { caseId, kind: 'complaint', source: 'letter' }],
    ['compliance.record-consent', 'back_office', { caseId, kind: 'esign', source: 'letter' }],
    [
      'compliance.revoke-consent',
      'compliance',
      { caseId, consentId: ids.taskId, source: 'letter' },
    ],
    [
      'compliance.correct-attempt',
      'compliance',
      { caseId, attemptId: ids.taskId, becomes: { result: 'busy' }, reason: why },
    ],
    ['compliance.notice', 'back_office', { obligationId: ids.obligationId }],
    ['compliance.claim-obligation', 'back_office', { obligationId: ids.obligationId }],
    ['compliance.link-people', 'compliance', { caseId, otherCaseId: caseId, reason: why }],
    ['compliance.split-people', 'compliance', { caseId, linkId: ids.taskId, reason: why }],
    [
      'compliance.transfer-portfolio',
      'manager',
      { portfolioId, collector: 'Other', role: 'bank', reason: why },
    ],
    ['desk.open', 'agent', { caseId }],
    ['desk.next', 'agent', { portfolioId }],
    ['desk.worklist', 'agent', { portfolioId }],
    ['contact.call', 'agent', { caseId, contactPointId: made.phoneId }],
    [
      'gate.ask-override',
      'supervisor',
      {
        ...{ caseId, contactPointId: made.phoneId, channel: 'phone_call' },
        ...{ factor: 'avoid_harm', evidence: 'The tenant asked us to warn them.' },
      },
    ],
    ['gate.close-alarm', 'manager', { alarmId: ids.alarmId, remark: why }],
    [
      'compliance.judge-refusal',
      'back_office',
      { refusalId: ids.refusalId, verdict: 'not_opt_out', why },
    ],
    [
      'messages.key-in',
      'back_office',
      { caseId, contactPointId: made.phoneId, channel: 'sms', words: 'hello' },
    ],
    ['floor.take-request', 'supervisor', { requestId }],
    ['floor.close-request', 'supervisor', { requestId, outcome: why }],
    ...insightTries(portfolioId),
    ['intake.upload-file', 'manager', { portfolioId }],
    ['intake.look-at-file', 'back_office', { importId, kind: null, options }],
    ['intake.start-import', 'manager', { importId, map: {}, options, dryRun: true }],
    ['intake.read-import', 'manager', { importId }],
    ['intake.download-rejects', 'manager', { importId }],
    ['intake.take-back-import', 'manager', { importId }],
    [
      'intake.match-entry',
      'back_office',
      { entryId, ...noReference, paymentId, payer: null, note: null },
    ],
    ['intake.set-entry-aside', 'back_office', { entryId, note: why }],
    ['intake.decide-same-entry', 'back_office', { entryId, same: true }],
    ['ledger.payments', 'back_office', { portfolioId }],
    [
      'ledger.record-payment',
      'back_office',
      { ...booked, ...noReference, itemReference: references.item, receivedOn: '2026-11-18' },
    ],
    ['ledger.tell-payer', 'back_office', { paymentId, payer: 'debtor' }],
    ['ledger.reverse-payment', 'manager', { paymentId, reason: 'recorded-in-error' }],
    ['ledger.customer-money', 'back_office', { portfolioId, customerId }],
    ['ledger.apply-money', 'back_office', { ...inHand, itemId: made.itemIds[0] ?? '' }],
    ['ledger.refund-money', 'manager', { ...inHand, refundedOn: '2026-11-18', note: why }],
    [
      'ledger.record-credit',
      'manager',
      { ...booked, itemReference: references.item, issuedOn: '2026-11-18', reason: why },
    ],
    [
      'strategy.record-key-event',
      'back_office',
      { portfolioId, accountReference: references.account, ...keyEvent },
    ],
    [
      'strategy.resolve-key-event',
      'back_office',
      { eventId: made.eventId, resolution: 'solved-otherwise' },
    ],
    ['tasks.claim', 'back_office', { taskId }],
    ['tasks.finish', 'back_office', { taskId, outcome: 'done' }],
    ['tasks.record-sent', 'back_office', { portfolioId, kind: 'letter', how: 'post' }],
    ['admin.policy', 'manager', { portfolioId }],
    ['system.daily-run', 'manager', { portfolioId }],
    // Said of the customer, not of a portfolio: nothing of another portfolio may come with it.
    ['ledger.payments', 'supervisor', { customerId }],
  ];
}

/** Everything that is done in a conversation, with input that is right in every other way. */
export function triesInConversation(
  conversationId: string,
  contactPointId: string,
): readonly Try[] {
  const plan = {
    ...{ conversationId, frequency: 'monthly', firstDueOn: '2026-12-01' },
    ...{ instalments: 3, instalmentAmount: null },
  };
  const later = { on: '2026-11-19', time: '10:00', contactPointId, personal: false };
  const contents: Readonly<Record<string, Record<string, unknown>>> = {
    read: {},
    ladder: {},
    say: { intent: 'greet', words: 'hello' },
    verify: { question: 'city', answer: 'New York' },
    'late-reason': { lateReason: 'income-fell' },
    dispute: { itemId: null, amount: null, kind: 'service', words: why },
    hardship: { kind: 'hardship', words: why, consentToRecord: true },
    represented: { name: 'A. Lawyer', reach: 'by post' },
    'mark-number': { contactPointId, state: 'moved' },
    stop: { scope: 'this-number' },
    callback: later,
    'new-method': { kind: 'card', lastDigits: '4242', expiresOn: null, chargingDay: null },
    'new-point': { kind: 'email', value: 'a@example.test', place: null },
    language: { language: 'es' },
    whereabouts: { place: 'work', until: null },
    help: { kind: 'help' },
    promise: { amount: '10.00', dueOn: '2026-11-25', method: 'card', agreed: true },
    'preview-plan': plan,
    plan: { ...plan, agreed: true },
    'hang-up': {},
    finish: { mechanism: 'outbound-call', result: 'refused', nextOn: '2026-11-25' },
  };
  return Object.entries(contents).map(
    ([name, input]): Try => [`contact.${name}`, 'supervisor', { conversationId, ...input }],
  );
}
