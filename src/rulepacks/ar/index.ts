import { DEBTORS, isAgency, REPRESENTATIVES } from '#domain/gate/checks/debtors.ts';
import { courtLook, firstOf, undignified } from '#domain/gate/checks/hard-standards.ts';
import { operatorHours } from '#domain/gate/checks/operator-hours.ts';
import { onlyWith } from '#domain/gate/checks/third-parties.ts';
import type { EvaluationContext } from '#domain/gate/evaluation-context.ts';
import { NOT_CONTACT } from '#domain/gate/facts/channels.ts';
import type { Pack, Rule } from '#domain/gate/pack.ts';
import { statements } from './statements.ts';

/** Names under which facts ask for the city of Buenos Aires; the first is its ISO 3166-2 code. */
const CITY: readonly string[] = ['AR-C', 'AR-CABA'];

function isInCity({ facts }: EvaluationContext): boolean {
  const regions = facts.consumer.location_signals.map(({ region }) => region ?? '');
  return CITY.some(
    (name) =>
      facts.packs.includes(name) ||
      regions.some((region) => region === name || region.startsWith(`${name}-`)),
  );
}

const common = {
  basis: 'secondary',
  enforcement: 'hard',
} as const satisfies Partial<Rule>;

const CITY_SOURCE = 'https://boletinoficial.buenosaires.gob.ar/';

/** Argentina: dignified treatment, and the agencies law of the city of Buenos Aires. */
export default {
  id: 'AR',
  name: 'Argentina',
  version: '1.0.0',
  asOf: '2026-11-01',
  territory: ['AR'],
  alsoCalled: [...CITY],
  statements,
  limitation: [
    {
      place: 'AR',
      years: 5,
      from: 'default',
      paymentRestarts: null,
      citation: 'Código Civil y Comercial arts 2545, 2560',
      source: 'https://www.argentina.gob.ar/normativa/nacional/ley-26994-235975',
      confirmedBy: null,
    },
  ],
  rules: [
    {
      ...common,
      id: 'AR-8BIS',
      title: 'Dignified treatment; nothing that looks like a claim in court',
      citation: 'Ley 24.240 art. 8 bis',
      source: 'https://servicios.infoleg.gob.ar/infolegInternet/anexos/0-4999/638/texact.htm',
      since: '2008-04-07',
      confidence: 'high',
      applies: { notChannels: NOT_CONTACT },
      check: firstOf(undignified, courtLook),
    },
    {
      ...common,
      id: 'AR-CABA-6171',
      about: ['third_parties'],
      title: 'City of Buenos Aires: agencies are registered and speak to nobody else of the debt',
      citation: 'Ley (CABA) 6.171',
      source: CITY_SOURCE,
      since: '2019-06-01',
      confidence: 'low',
      territory: () => CITY,
      applies: {
        notChannels: NOT_CONTACT,
        when: (moment) => isAgency(moment) && isInCity(moment),
      },
      check: onlyWith({ roles: [...DEBTORS, ...REPRESENTATIVES], releasing: ['debtor_reached'] }),
    },
    operatorHours({
      id: 'AR-POLICY-HOURS',
      title: 'Outside the operator’s contact hours',
      citation: 'Operator’s setting; no hours were found in Ley (CABA) 6.171',
      source: CITY_SOURCE,
    }),
  ],
} satisfies Pack;
