/** A service that advises people on debts without charge. */
export type FreeAdvice = {
  readonly name: string;
  readonly phone: string | null;
  readonly web: string;
};

/**
 * The free debt-advice service of a country, by ISO 3166-1 code. Names and numbers were written down
 * in November 2026 and are to be checked on the service's own page (`web`) before letters go out. A
 * country that is not here has none that we know to serve all of it.
 */
const services: Readonly<Record<string, FreeAdvice>> = {
  AU: { name: 'National Debt Helpline', phone: '1800 007 007', web: 'https://ndh.org.au' },
  CA: {
    name: 'Credit Counselling Canada',
    phone: null,
    web: 'https://creditcounsellingcanada.ca',
  },
  DE: {
    name: 'Schuldnerberatung (BAG-SB)',
    phone: null,
    web: 'https://www.meine-schulden.de',
  },
  // CONC 7.3.7AG and 7.4.2R name not-for-profit bodies; MoneyHelper is the statutory one.
  GB: {
    name: 'MoneyHelper',
    phone: '0800 138 7777',
    web: 'https://www.moneyhelper.org.uk',
  },
  IE: { name: 'MABS', phone: '0818 07 2000', web: 'https://mabs.ie' },
  IL: { name: 'Paamonim / פעמונים', phone: null, web: 'https://www.paamonim.org' },
  MX: { name: 'CONDUSEF', phone: '55 5340 0999', web: 'https://www.gob.mx/condusef' },
  MY: { name: 'AKPK', phone: '03-2616 7766', web: 'https://www.akpk.org.my' },
  SG: { name: 'Credit Counselling Singapore', phone: null, web: 'https://ccs.org.sg' },
  US: {
    name: 'National Foundation for Credit Counseling',
    phone: '1-800-388-2227',
    web: 'https://www.nfcc.org',
  },
};

/** The free debt-advice service of a country; null where none is known. */
export function freeAdviceIn(country: string): FreeAdvice | null {
  return services[country] ?? null;
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
  const service = freeAdviceIn(country);
  if (!service) return unnamed[language];
  const { name, phone, web } = service;
  return named[language].replace('{service}', [name, phone ?? [], web].flat().join(', '));
}
