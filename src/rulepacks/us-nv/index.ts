import { isFdcpaCollector } from '#domain/gate/checks/fdcpa-conduct.ts';
import { waitAfterNotice } from '#domain/gate/checks/waits.ts';
import type { EvaluationContext } from '#domain/gate/evaluation-context.ts';
import type { Finding, Pack } from '#domain/gate/pack.ts';
import { statements } from './statements.ts';

/** Whole local days from the mailing of the notice to the first act to collect. */
const WAIT_DAYS = 60;

const waited = waitAfterNotice({
  notices: ['collection_notice'],
  bounces: ['undeliverable', 'notice_returned'],
  days: WAIT_DAYS,
  always: true,
});

/** The letter that is this notice. */
const NOTICES = ['send_nv_notice', 'initial_notice', 'statutory_notice', 'send_validation_notice'];

function sixtyDays(moment: EvaluationContext): Finding | null {
  if (moment.channel === 'letter' && NOTICES.includes(moment.purpose)) return null;
  return waited(moment);
}

/** Nevada: medical debt in the hands of a collection agency. */
export default {
  id: 'US-NV',
  name: 'Nevada',
  version: '1.0.0',
  asOf: '2026-11-01',
  parent: 'US-FED',
  territory: ['US-NV'],
  covers: 'consumers',
  statements,
  limitation: [
    {
      place: 'US-NV',
      years: 4,
      from: 'default',
      paymentRestarts: null,
      citation: 'Nev. Rev. Stat. 11.190',
      source: 'https://law.justia.com/codes/nevada/',
      confirmedBy:
        'https://www.creditcards.com/credit-card-news/credit-card-state-statute-limitations-1282.php',
    },
  ],
  rules: [
    {
      id: 'US-NV-MED60',
      title: 'No act to collect a medical debt for sixty days after the notice was mailed',
      citation: 'NRS 649.366',
      source: 'https://www.leg.state.nv.us/nrs/nrs-649.html',
      since: '2021-07-01',
      confidence: 'high',
      basis: 'primary',
      enforcement: 'hard',
      applies: {
        when: (moment) =>
          isFdcpaCollector(moment) && moment.debts.some(({ type }) => type === 'medical'),
      },
      check: sixtyDays,
    },
  ],
} satisfies Pack;
