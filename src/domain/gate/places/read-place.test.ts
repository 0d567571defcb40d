import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPlaces } from './read-place.ts';

/** Texts that stand alone where the facts name a place, and the places of the packs that they mean. */
const places: readonly (readonly [places: string, texts: readonly string[]])[] = [
  ['US-DC', ['District of Columbia', 'dc', 'D.C.', 'Wash DC', 'Washington, D.C.', 'US-DC']],
  [
    'US-NY-NYC',
    ['New York', 'New York City', 'NYC', 'Brooklyn', 'Nueva York', 'New York, NY 10001'],
  ],
  ['US-NY', ['NYS', 'N.Y.S.', 'New York State', 'State of New York']],
  ['US-WA US-DC', ['Washington']],
  ['US-WV', ['West Va.', 'W.Va.', 'West Virginia']],
  ['US-CA', ['Calif.', 'California', 'Los Angeles', 'Los Angeles, Calif.']],
  ['US-MA', ['Mass.', 'Massachusetts', 'Boston, MA']],
  ['US-CA', ['CA - California', 'California - CA']],
  ['US-NJ', ['NJ - New Jersey']],
  ['CA-BC', ['C.-B.', 'Vancouver, C.-B.']],
  ['CA-NS', ['N.-É.']],
  ['CA-NT', ['T.N.-O.']],
  ['BR-RJ', ['RJ - Rio de Janeiro', 'Estado do Rio de Janeiro']],
  ['RE', ['FR-RE', 'FR-974']],
  ['US-PA', ['Penn.', 'Pennsylvania', 'Pittsburgh, PA 15201']],
  ['US-GA', ['Columbus, GA', 'US-Georgia', 'State of Georgia']],
  ['US-MD', ['Maryland', 'Baltimore, Maryland, USA']],
  ['US-VI', ['USVI', 'U.S. Virgin Islands', 'VI', 'US-VI']],
  ['US-PR', ['Puerto Rico', 'PR']],
  ['US-GU', ['Guam', 'GU']],
  ['CA-ON', ['Ontario', 'ontario', 'Ont.', 'Toronto', 'Toronto, Canada', 'Ottawa, ON']],
  ['CA-QC', ['Quebec', 'Québec', 'Montréal', 'PQ']],
  ['CA', ['Canada']],
  ['CA US-CA', ['CA']],
  ['DE', ['DE', 'Germany', 'Alemania']],
  ['IN', ['IN', 'India', 'Bharat']],
  ['IL', ['IL', 'Israel']],
  ['CO', ['CO', 'Colombia']],
  ['MA', ['MA', 'Morocco']],
  ['GA', ['GA']],
  ['GE', ['Georgien', 'GE']],
  ['GB', ['Großbritannien', 'Grossbritannien', 'Grande-Bretagne', 'UK', 'GB', 'Great Britain']],
  ['GB-SCT', ['Scotland', 'Escocia', 'Edinburgh', 'Lanarkshire', 'GB-SCT']],
  ['GB-NIR', ['Northern Ireland', 'Co. Antrim', 'Belfast']],
  ['ZA', ['Suráfrica', 'RSA', 'South Africa']],
  ['PH', ['Pilipinas', 'Philippines']],
  ['BR-SP', ['S. Paulo', 'São Paulo', 'Sao Paulo']],
  ['BR-RJ', ['Rio de Janeiro']],
  ['AR-C', ['CABA', 'Capital Federal']],
  ['AR-B AR-C', ['Buenos Aires']],
  ['MX-CHH', ['Ciudad Juárez', 'Cd. Juarez', 'Chihuahua']],
  ['MX-CMX', ['CDMX', 'Ciudad de México', 'Mexico City']],
  ['MX', ['México', 'Mexico']],
  ['ES-GC', ['Gran Canaria', 'Las Palmas de Gran Canaria']],
  ['AU-NSW', ['Sydney', 'New South Wales', 'NSW']],
  ['IN-OD', ['Orissa', 'Odisha']],
  ['IN-DL', ['New Delhi', 'Delhi', 'NCT of Delhi']],
  ['IN-MH', ['Bombay', 'Mumbai', 'Maharashtra']],
  ['IN-TN', ['Madras', 'Chennai', 'Tamilnadu']],
  ['CO-DC', ['Bogotá', 'Bogota', 'Bogotá D.C.']],
  ['DE-BY', ['Bavaria', 'München', 'Muenchen']],
  ['ID-JK', ['Jakarta']],
  // Names that countries share, and what nobody is called by.
  ['', ['Georgia', 'Córdoba', 'WA', 'La Rioja', 'Narnia', 'US-Narnia', 'Springfield', '', '?']],
];

for (const [told, texts] of places) {
  for (const text of texts) {
    test(`readPlaces() of "${text}" is ${told || 'nothing'}`, () => {
      assert.equal(readPlaces(text).join(' '), told);
    });
  }
}
