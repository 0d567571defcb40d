import type { Pack, Rule } from '#domain/gate/pack.ts';
import { limitationPeriods } from './place-law.ts';
import { statements } from './statements.ts';

/** States named for research before anybody sells there: what is said of each, and no limit. */
const STATES: readonly (readonly [code: string, title: string, source: string])[] = [
  [
    'NH',
    'New Hampshire: contact at work about once a month (RSA 358-C:3)',
    'www.gencourt.state.nh.us',
  ],
  ['GA', 'Georgia: 5:00 to 22:00 for some lenders', 'www.legis.ga.gov'],
  ['NC', 'North Carolina: not researched', 'www.ncleg.gov'],
  ['PA', 'Pennsylvania: not researched', 'www.legis.state.pa.us'],
  ['IL', 'Illinois: not researched', 'www.ilga.gov'],
  ['MN', 'Minnesota: not researched', 'www.revisor.mn.gov'],
  ['CO', 'Colorado: not researched', 'leg.colorado.gov'],
  ['MI', 'Michigan: not researched', 'www.legislature.mi.gov'],
  ['VT', 'Vermont: not researched', 'legislature.vermont.gov'],
  ['WI', 'Wisconsin: not researched', 'docs.legis.wisconsin.gov'],
  ['LA', 'Louisiana: not researched', 'www.legis.la.gov'],
  ['SC', 'South Carolina: not researched', 'www.scstatehouse.gov'],
  ['ID', 'Idaho: not researched', 'legislature.idaho.gov'],
  ['ME', 'Maine: not researched', 'legislature.maine.gov'],
  ['IA', 'Iowa: not researched', 'www.legis.iowa.gov'],
];

/** Only the federal rules speak in these states; each is named so that nobody takes it for read. */
export default {
  id: 'US-OTHER',
  name: 'United States, states not researched',
  version: '1.0.0',
  asOf: '2026-11-01',
  parent: 'US-FED',
  territory: STATES.map(([code]) => `US-${code}`),
  alsoCalled: STATES.map(([code]) => `US-${code}`),
  statements,
  limitation: limitationPeriods,
  rules: STATES.map(
    ([code, title, site]): Rule => ({
      id: `US-OTHER-${code}`,
      title,
      citation: `Law of the state on debt collection (US-${code})`,
      source: `https://${site}/`,
      since: '2026-11-01',
      confidence: 'low',
      basis: 'unread',
      enforcement: 'definition',
    }),
  ),
} satisfies Pack;
