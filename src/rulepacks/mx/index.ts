import { DEBTORS, isAgency, REPRESENTATIVES } from '#domain/gate/checks/debtors.ts';
import { everyDay, openHours } from '#domain/gate/checks/open-hours.ts';
import { onlyWith } from '#domain/gate/checks/third-parties.ts';
import { CALLS, NOT_CONTACT, WITHOUT_HOURS } from '#domain/gate/facts/channels.ts';
import type { Pack, Rule } from '#domain/gate/pack.ts';
import { statements } from './statements.ts';

const common = {
  source: 'https://www.dof.gob.mx/nota_detalle.php?codigo=5363297&fecha=07/10/2014',
  since: '2014-10-08',
  confidence: 'high',
  basis: 'secondary',
  enforcement: 'hard',
} as const satisfies Partial<Rule>;

/** What stands in place of a number that is not shown. */
const HIDDEN_CALLER = ['hidden', 'private', 'withheld', 'anonymous', 'blocked'];

/** Mexico: collection for banks and other financial entities. */
export default {
  id: 'MX',
  name: 'Mexico',
  version: '1.0.0',
  asOf: '2026-11-01',
  territory: ['MX'],
  statements,
  limitation: [
    {
      place: 'MX',
      years: 10,
      from: 'default',
      paymentRestarts: null,
      citation: 'Código de Comercio art. 1047',
      source: 'https://www.diputados.gob.mx/LeyesBiblio/ref/ccom.htm',
      confirmedBy: null,
    },
  ],
  rules: [
    {
      ...common,
      id: 'MX-HOURS',
      about: ['hours'],
      title: 'Contact only from 7:00 to 22:00 in the debtor’s time zone',
      citation: 'LTOSF art. 17 Bis; CONDUSEF, disposiciones DOF 7 Oct 2014',
      applies: { notChannels: WITHOUT_HOURS },
      topics: ['hours'],
      check: openHours({ week: everyDay('07:00', '22:00') }),
    },
    {
      ...common,
      id: 'MX-THIRD-PARTY',
      about: ['third_parties'],
      title: 'Never references, beneficiaries or relatives; only those who owe',
      citation: 'LTOSF art. 17 Bis; CONDUSEF, disposiciones DOF 7 Oct 2014',
      applies: { notChannels: NOT_CONTACT },
      check: onlyWith({
        roles: [...DEBTORS, ...REPRESENTATIVES],
        releasing: ['debtor_reached'],
      }),
    },
    {
      ...common,
      id: 'MX-CALLERID',
      about: ['channels'],
      title: 'No hidden or private number',
      citation: 'LTOSF art. 17 Bis; CONDUSEF, disposiciones DOF 7 Oct 2014',
      applies: { channels: CALLS },
      check: ({ facts }) => {
        const shown = facts.proposed.caller_id ?? '';
        return HIDDEN_CALLER.includes(shown.toLowerCase())
          ? { releasing: ['caller_id_shown'] }
          : null;
      },
    },
    {
      ...common,
      id: 'MX-PAYMENT',
      title: 'The firm takes no payment itself, writes agreements down and is listed in REDECO',
      citation: 'LTOSF art. 17 Bis; CONDUSEF, disposiciones DOF 7 Oct 2014',
      enforcement: 'duty',
      applies: {
        notChannels: NOT_CONTACT,
        when: isAgency,
      },
      check: () => ({ details: { pay_to: 'creditor', agreement: 'in_writing' } }),
    },
  ],
} satisfies Pack;
