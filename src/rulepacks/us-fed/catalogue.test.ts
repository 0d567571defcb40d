import assert from 'node:assert/strict';
import { test } from 'node:test';
import federal from './index.ts';

/** The federal rules by the names under which they are known to operators and counsel. */
const CATALOGUE = `
  USF-6B1-HOURS USF-6B1-TZ USF-6B1-STATED-TIME USF-6B1-PLACE USF-6B1-REPLY-ONCE USF-6B2-ATTORNEY
  USF-6B3-EMPLOYER USF-6B4-CONSENT USF-6C-CEASE USF-6D-THIRD-PARTY USF-10-LOCATION-ONCE
  USF-10-LOCATION-CONTENT USF-14B-7IN7 USF-14B-POSTCONV USF-14B-CONSENT USF-14B-STUDENT
  USF-14B-CONCENTRATION USF-14B-REBUTTAL USF-14A-CUMULATIVE USF-14H-MEDIUM USF-6E-OPTOUT-NOTICE
  USF-6D4-EMAIL-PROC USF-6D5-TEXT-PROC USF-22F3-WORK-EMAIL USF-22F4-SOCIAL-PUBLIC
  USF-18D-SOCIAL-IDENTITY USF-22F1-POSTCARD USF-22F2-ENVELOPE USF-2J-LCM USF-2J-NOT-LCM
  USF-18E-DISCLOSURE USF-14G-IDENTITY USF-18F-ALIAS USF-26-TIMEBARRED-THREAT USF-34-VALIDATION-5D
  USF-34-CONTENT USF-34-VALIDATION-PERIOD USF-38-DISPUTE USF-38-ORIGCRED USF-38-OVERSHADOW
  USF-38-ORAL USF-42-DELIVERY USF-100-RETAIN USF-30A-FURNISH USF-30B-TRANSFER FCRA-IDTHEFT
  USF-30C-PAYMENT USF-22C-POSTDATED TCPA-CONSENT TCPA-REVOKE TCPA-REVOKE-ALL TCPA-CONFIRM-TEXT
  TCPA-RES-3IN30 TCPA-HIPAA TCPA-ID TCPA-ABANDON TCPA-SOLICIT-HOURS TCPA-RND BK-STAY BK-DISCHARGE
  SCRA-ACTIVE-DUTY DECEASED-REP MINOR HIPAA-MIN ESIGN
`
  .trim()
  .split(/\s+/);

/** Remarks that have no rule of their own in the law. */
const REMARKS = [
  'CEASE-ON-OTHER-DEBT',
  'MARK-DISPUTED',
  'CREDITOR-OUTSIDE-FDCPA',
  'TCPA-REVOKE-ALL-PENDING',
];

/** What the operator may ask beyond the law. */
const OPERATOR = ['TCPA-REVOKE-ALL-POLICY'];

test('every federal rule of the catalogue is in the pack, and no other', () => {
  const inPack = federal.rules.map(({ id }) => id).toSorted();
  assert.deepEqual(inPack, [...CATALOGUE, ...REMARKS, ...OPERATOR].toSorted());
});

test('hours of solicitations are known and never speak about a call to collect', () => {
  const rule = federal.rules.find(({ id }) => id === 'TCPA-SOLICIT-HOURS');
  assert.equal(rule?.enforcement, 'definition');
  assert.equal(rule?.check, undefined);
});
