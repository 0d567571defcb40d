import { isFdcpaCollector } from '#domain/gate/checks/fdcpa-conduct.ts';
import { waitAfterNotice } from '#domain/gate/checks/waits.ts';
import type { EvaluationContext } from '#domain/gate/evaluation-context.ts';
import { eventWord } from '#domain/gate/facts/event-kinds.ts';
import type { Finding, Pack } from '#domain/gate/pack.ts';
import { statements } from './statements.ts';

/** Whole local days from the mailing of the notice to the first act to collect. */
const WAIT_DAYS = 60;

const MEDICAL = /medical|health|hospital|dental/;

const isBounce = (kind: string) => /bounc|return|undeliver/.test(kind);

/** Books name the notice by the state, the debt or not at all; notices of other holds are not it. */
function isNotice(kind: string): boolean {
  const word = eventWord(kind);
  if (word !== undefined) return word === 'collection_notice';
  return /^nv_|notice/.test(kind) && !isBounce(kind);
}

function sixtyDays(moment: EvaluationContext): Finding | null {
  if (moment.channel === 'letter' && /notice/.test(moment.purpose)) return null;
  const kinds = moment.events.map(({ event }) => event.kind);
  const wait = waitAfterNotice({
    notices: kinds.filter(isNotice),
    bounces: kinds.filter(isBounce),
    days: WAIT_DAYS,
    always: true,
  });
  return wait(moment);
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
          isFdcpaCollector(moment) && moment.debts.some(({ type }) => MEDICAL.test(type ?? '')),
      },
      check: sixtyDays,
    },
  ],
} satisfies Pack;
