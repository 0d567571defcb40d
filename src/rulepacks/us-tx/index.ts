import { NOT_CONTACT } from '#domain/gate/facts/channels.ts';
import type { Debt } from '#domain/gate/facts/facts.ts';
import type { Pack } from '#domain/gate/pack.ts';
import { statements } from './statements.ts';

/** A debt of which nobody knows whether it is barred may be. */
const mayBeBarred = ({ time_barred: barred = false }: Debt) => barred !== false;

/** Texas: no hours and no numbers of calls were found; debt buyers say that a debt is time-barred. */
export default {
  id: 'US-TX',
  name: 'Texas',
  version: '1.0.0',
  asOf: '2026-11-01',
  parent: 'US-FED',
  territory: ['US-TX'],
  covers: 'consumers',
  statements,
  limitation: [
    {
      place: 'US-TX',
      years: 4,
      from: 'default',
      paymentRestarts: false,
      citation: 'Tex. Civ. Prac. & Rem. Code 16.004; Fin. Code 392.307',
      source: 'https://law.justia.com/codes/texas/',
      confirmedBy: 'https://guides.sll.texas.gov/debt-collection/time-barred-debts',
    },
  ],
  rules: [
    {
      id: 'US-TX',
      title: 'A debt buyer says of a time-barred debt that nobody will sue on it',
      citation: 'Tex. Fin. Code ch. 392, 392.307',
      source: 'https://statutes.capitol.texas.gov/Docs/FI/htm/FI.392.htm',
      since: '2019-09-01',
      confidence: 'medium',
      basis: 'unread',
      enforcement: 'duty',
      applies: {
        notChannels: NOT_CONTACT,
        when: ({ facts, debts }) => facts.actor.type === 'debt_buyer' && debts.some(mayBeBarred),
      },
      requires: () => ['time_barred_notice'],
      check: () => ({ details: { content: 'time_barred_notice' } }),
    },
  ],
} satisfies Pack;
