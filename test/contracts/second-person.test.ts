import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { projectFolder } from '#boot/config.ts';
import { importedValues } from '../support/rules/imported-names.ts';

/**
 * What only a second person brings about, and the files that may call it. Each of these answers a
 * request with `answerApproval` first, or is called by one that did.
 */
const onlyBy: Readonly<Record<string, readonly string[]>> = {
  answerApproval: [
    'usecases/second-person/decide-approval.ts',
    'usecases/supervision/answer-request.ts',
  ],
  carryOutPolicy: ['usecases/second-person/steps/carriers.ts'],
  carryOutTraits: ['usecases/second-person/steps/carriers.ts'],
  carryOutTransfer: ['usecases/second-person/steps/carriers.ts'],
  carryOutSwitch: ['usecases/second-person/steps/carriers.ts'],
  carryOutBooking: ['usecases/second-person/steps/carriers.ts'],
  carryOutMatch: ['usecases/second-person/steps/carriers.ts'],
  carryOutCorrection: ['usecases/second-person/steps/carriers.ts'],
  carryOutOverride: ['usecases/second-person/steps/carriers.ts'],
  carryOutRequest: ['usecases/second-person/steps/carriers.ts'],
  carryOutRetention: ['usecases/second-person/steps/carriers.ts'],
  carryOutPeriod: ['usecases/second-person/steps/carriers.ts'],
  insertRun: ['usecases/privacy/steps/carry-out-privacy.ts'],
  putPeriod: ['usecases/privacy/steps/carry-out-privacy.ts'],
  decidePlanAsked: [
    'usecases/second-person/steps/carriers.ts',
    'usecases/supervision/answer-request.ts',
  ],
  decidePlan: ['usecases/supervision/steps/decide-plan.ts'],
  insertSwitch: ['usecases/compliance/steps/carry-out-switch.ts'],
  insertOverride: ['usecases/gate/steps/carry-out-override.ts'],
  insertTransfer: ['usecases/compliance/steps/carry-out-transfer.ts'],
  keepAnswer: ['usecases/approvals/steps/answer-approval.ts'],
  carriers: ['usecases/second-person/decide-approval.ts'],
};

test('what needs a second person is called only where one has answered', () => {
  const files = globSync('src/**/*.ts', { cwd: projectFolder }).filter(
    (file) => !file.endsWith('.test.ts'),
  );
  const found = new Map(Object.keys(onlyBy).map((name) => [name, new Set<string>()]));
  for (const file of files) {
    const text = readFileSync(`${projectFolder}/${file}`, 'utf8');
    for (const { name } of importedValues(text)) found.get(name)?.add(file.replace('src/', ''));
  }
  const callers = Object.fromEntries([...found].map(([name, by]) => [name, [...by].sort()]));
  assert.deepEqual(callers, onlyBy);
});
