import type { Pack } from '#domain/gate/pack.ts';
import { disclosures } from './disclosures.ts';
import { disputes } from './disputes.ts';
import { duties } from './duties.ts';
import { callFrequency } from './frequency.ts';
import { validationPeriod } from './legal-holidays.ts';
import { messages } from './messages.ts';
import { agesOfMajority, countsAsCustomer, limitationPeriods } from './place-law.ts';
import { reportingAndRecords } from './reporting-and-records.ts';
import { standingHolds } from './standing-holds.ts';
import { statements } from './statements.ts';
import { telephoneActRules } from './telephone-act.ts';
import { thirdParties } from './third-parties.ts';
import { timesAndPlaces } from './times-and-places.ts';
import { mayBeFinancial, validation } from './validation.ts';
import { isWorded, requiredNoticeFields, VALIDATION_NOTICE } from './validation-notice.ts';

/** United States, federal: Regulation F, the telephone act and the holds of federal law. */
export default {
  id: 'US-FED',
  name: 'United States, federal',
  version: '1.1.0',
  asOf: '2026-11-01',
  territory: ['US'],
  statements,
  limitation: limitationPeriods,
  majority: agesOfMajority,
  countsAsCustomer,
  dialler: [
    {
      rule: 'TCPA-ABANDON',
      abandonRateMaxBps: 300,
      overHours: 30 * 24,
      answerWithinMs: 2_000,
      noRecallHours: 0,
    },
  ],
  notices: [
    {
      kind: 'validation_notice',
      rule: 'USF-34-CONTENT',
      fields: VALIDATION_NOTICE.map((field) => ({ ...field, worded: isWorded(field.key) })),
      required: ({ debtTypes, sentElectronically }) =>
        requiredNoticeFields({
          consumerFinancialProduct: debtTypes.some(mayBeFinancial),
          sentElectronically,
        }),
      periodEndDay: (sentDay) => validationPeriod(sentDay).endDay,
    },
  ],
  duties,
  // A creditor in its own name is no debt collector (15 USC 1692a(6)), a company no consumer (1692a(3)).
  wording: [
    {
      rule: 'USF-18E-DISCLOSURE',
      part: 'debt_collector_disclosure',
      must: 'say',
      collectors: ['third_party_collector'],
      customers: 'person',
    },
  ],
  rules: [
    ...timesAndPlaces,
    ...thirdParties,
    ...callFrequency,
    ...messages,
    ...disclosures,
    ...validation,
    ...disputes,
    ...reportingAndRecords,
    ...telephoneActRules,
    ...standingHolds,
  ],
} satisfies Pack;
