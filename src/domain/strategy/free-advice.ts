import { ownValue } from '#kernel/own-value.ts';
/** A service that advises people on debts without charge. */
export type FreeAdvice = {
  readonly name: string;
  readonly phone: string | null;
  readonly web: string;
};

/** A service as it is kept: the number is named to nobody until it was found on a page of others. */
type KeptService = {
  readonly name: string;
  readonly phone: string | null;
  readonly web: string;
  /** Where the number was found in November 2026; null: it was written down from memory. */
  readonly phoneConfirmedBy: string | null;
};

const service = (
  name: string,
  web: string,
  phone: string | null = null,
  phoneConfirmedBy: string | null = null,
): KeptService => ({ name, phone, web, phoneConfirmedBy });

/**
 * The free debt-advice service of a country, by ISO 3166-1 code. A country that is not here has none
 * that we know to serve all of it.
 */
export const services: Readonly<Record<string, KeptService>> = {
  AU: service(
    'National Debt Helpline',
    'https://ndh.org.au',
    '1800 007 007',
    'https://ndh.org.au/debt-problems/debt-collection-old-debts/',
  ),
  CA: service('Credit Counselling Canada', 'https://creditcounsellingcanada.ca'),
  DE: service('Schuldnerberatung (BAG-SB)', 'https://www.meine-schulden.de'),
  // CONC 7.3.7AG and 7.4.2R name not-for-profit bodies; MoneyHelper is the statutory one. Its number
  // was found for the service it took over from.
  GB: service(
    'MoneyHelper',
    'https://www.moneyhelper.org.uk',
    '0800 138 7777',
    'https://www.aol.co.uk/news/2020/01/11/calls-to-helpline-expected-every-four-minutes-amid-new-year-debt/',
  ),
  // Pages found give an older number of the helpline: none is named until somebody has rung it.
  IE: service('MABS', 'https://mabs.ie', '0818 07 2000'),
  IL: service('Paamonim / פעמונים', 'https://www.paamonim.org'),
  MX: service('CONDUSEF', 'https://www.gob.mx/condusef', '55 5340 0999'),
  MY: service('AKPK', 'https://www.akpk.org.my', '03-2616 7766'),
  SG: service('Credit Counselling Singapore', 'https://ccs.org.sg'),
  US: service(
    'National Foundation for Credit Counseling',
    'https://www.nfcc.org',
    '1-800-388-2227',
    'https://nfcc.org/faqs-credit-and-debt-counseling',
  ),
};

/** The free debt-advice service of a country; null where none is known. */
export function freeAdviceIn(country: string): FreeAdvice | null {
  const found = ownValue(services, country);
  if (!found) return null;
  const { name, phone, web, phoneConfirmedBy } = found;
  return { name, phone: phoneConfirmedBy === null ? null : phone, web };
}

const named = {
  en: 'Free and independent advice on debts: {service}.',
  es: 'Asesoramiento gratuito e independiente sobre deudas: {service}.',
  he: 'ייעוץ חינמי ועצמאי בענייני חובות: {service}.',
} as const;

const unnamed = {
  en: 'Advice centres and consumer offices near you may help with debts free of charge.',
  es: 'Los centros de asesoramiento y las oficinas de consumo cercanas pueden ayudarle gratis con sus deudas.',
  he: 'מרכזי ייעוץ וארגוני צרכנים באזורך עשויים לסייע בענייני חובות ללא תשלום.',
} as const;

/** The sentence of a letter that names free advice (M-108). */
export function adviceSentence(country: string, language: keyof typeof named): string {
  const found = freeAdviceIn(country);
  if (!found) return unnamed[language];
  const { name, phone, web } = found;
  return named[language].replace('{service}', [name, phone ?? [], web].flat().join(', '));
}
