import { isConsumerDebt } from '#domain/gate/checks/debtors.ts';
import { undignified } from '#domain/gate/checks/hard-standards.ts';
import { openHours } from '#domain/gate/checks/open-hours.ts';
import { operatorHours } from '#domain/gate/checks/operator-hours.ts';
import { dayAt, type EvaluationContext } from '#domain/gate/evaluation-context.ts';
import { CALLS, NOT_CONTACT } from '#domain/gate/facts/channels.ts';
import type { WeeklyWindows } from '#domain/gate/facts/policy-facts.ts';
import type { Pack, Rule } from '#domain/gate/pack.ts';
import { dayOf } from '#kernel/local-clock.ts';
import { statements } from './statements.ts';
import { isHolidayIn, isIn } from './states.ts';

const businessDays = (from: string, to: string): WeeklyWindows => ({
  mon: [[from, to]],
  tue: [[from, to]],
  wed: [[from, to]],
  thu: [[from, to]],
  fri: [[from, to]],
});

const WITH_SATURDAY: WeeklyWindows = {
  ...businessDays('08:00', '20:00'),
  sat: [['08:00', '14:00']],
};

const isCall = ({ channel }: EvaluationContext) => (CALLS as readonly string[]).includes(channel);

/** Alagoas copied the hours of São Paulo and added text messages. */
const ALAGOAS_SINCE_DAY = dayOf('2016-01-14');

const isPaulista = (moment: EvaluationContext) => isIn(moment, 'SP') && isCall(moment);

const isAlagoan = (moment: EvaluationContext) =>
  isIn(moment, 'AL') &&
  (isCall(moment) || moment.channel === 'sms') &&
  dayAt(moment) >= ALAGOAS_SINCE_DAY;

const isOneOf = (channels: readonly string[], channel: string) => channels.includes(channel);

const common = {
  confidence: 'medium',
  basis: 'secondary',
  enforcement: 'hard',
} as const satisfies Partial<Rule>;

const CDC = 'https://www.planalto.gov.br/ccivil_03/leis/l8078compilado.htm';

/** Brazil: the consumer code, and the hours of five states where the person lives in one. */
export default {
  id: 'BR',
  name: 'Brazil',
  version: '1.0.0',
  asOf: '2026-11-01',
  territory: ['BR'],
  alsoCalled: ['BR-SP', 'BR-RJ', 'BR-ES', 'BR-AM', 'BR-AL'],
  statements,
  limitation: [
    {
      place: 'BR',
      years: 5,
      from: 'default',
      paymentRestarts: null,
      citation: 'Código Civil arts 202, 206 § 5 I',
      source: 'https://www.planalto.gov.br/ccivil_03/leis/2002/l10406compilada.htm',
      confirmedBy: 'https://soprovas.com/questoes/130666',
    },
  ],
  rules: [
    {
      ...common,
      id: 'BR-SP-HOURS',
      about: ['hours', 'days'],
      title: 'São Paulo and Alagoas: Monday to Friday 8:00 to 20:00, Saturday 8:00 to 14:00',
      citation: 'Lei (SP) 15.426/2014; Lei (AL) 7.782/2016',
      source: 'https://www.al.sp.gov.br/norma/',
      since: '2014-05-23',
      // Texts are in the law of Alagoas alone, other channels in neither.
      territory: (channel) => [
        ...(isOneOf(CALLS, channel) ? ['BR-SP'] : []),
        ...(isOneOf([...CALLS, 'sms'], channel) ? ['BR-AL'] : []),
      ],
      applies: { when: (moment) => isPaulista(moment) || isAlagoan(moment) },
      topics: ['hours'],
      check: openHours({ week: WITH_SATURDAY, holiday: isHolidayIn('SP', 'AL') }),
    },
    {
      ...common,
      id: 'BR-RJ-HOURS',
      about: ['hours', 'days'],
      title: 'Rio de Janeiro: calls on business days from 9:00 to 19:00',
      citation: 'Lei (RJ) 7.868/2018',
      source: 'https://www.alerj.rj.gov.br/',
      since: '2018-03-01',
      territory: () => ['BR-RJ'],
      applies: { channels: CALLS, when: (moment) => isIn(moment, 'RJ') },
      topics: ['hours'],
      check: openHours({ week: businessDays('09:00', '19:00'), holiday: isHolidayIn('RJ') }),
    },
    {
      ...common,
      id: 'BR-ES',
      about: ['hours', 'days'],
      title: 'Espírito Santo: calls on business days from 8:00 to 19:00',
      citation: 'Lei (ES) 10.626/2017',
      source: 'https://www.al.es.gov.br/',
      since: '2017-01-01',
      confidence: 'low',
      territory: () => ['BR-ES'],
      applies: { channels: CALLS, when: (moment) => isIn(moment, 'ES') },
      topics: ['hours'],
      check: openHours({ week: businessDays('08:00', '19:00'), holiday: isHolidayIn('ES') }),
    },
    {
      ...common,
      id: 'BR-AM',
      about: ['hours', 'days'],
      title: 'Amazonas: calls on business days until 19:00, opening as its neighbours do at 8:00',
      citation: 'Lei (AM) 306/2016',
      source: 'https://www.aleam.gov.br/',
      since: '2016-01-01',
      confidence: 'low',
      territory: () => ['BR-AM'],
      applies: { channels: CALLS, when: (moment) => isIn(moment, 'AM') },
      topics: ['hours'],
      check: openHours({ week: businessDays('08:00', '19:00'), holiday: isHolidayIn('AM') }),
    },
    {
      ...common,
      id: 'BR-CDC42',
      title: 'No ridicule, constraint or threat',
      citation: 'Código de Defesa do Consumidor arts. 42 and 71',
      source: CDC,
      since: '1991-03-11',
      confidence: 'high',
      applies: { notChannels: NOT_CONTACT, when: isConsumerDebt },
      check: undignified,
    },
    operatorHours({
      id: 'BR-POLICY-HOURS',
      title: 'Outside the operator’s contact hours',
      citation: 'Operator’s setting under CDC art. 71, which guards work, rest and leisure',
      source: CDC,
    }),
  ],
} satisfies Pack;
