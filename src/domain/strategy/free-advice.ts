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
  /** Where the service was found to help people free of charge; null: from memory. */
  readonly confirmedBy: string | null;
};

type Found = {
  readonly phone?: string;
  readonly phoneBy?: string;
  readonly by?: string;
};

const service = (name: string, web: string, { phone, phoneBy, by }: Found = {}): KeptService => ({
  ...{ name, web, phone: phone ?? null },
  ...{ phoneConfirmedBy: phoneBy ?? null, confirmedBy: by ?? phoneBy ?? null },
});

/**
 * The free debt-advice service of a country, by ISO 3166-1 code. A country that is not here has none
 * that we know to serve all of it free of charge.
 */
export const services: Readonly<Record<string, KeptService>> = {
  // Before it passes a complaint on, the office advises by telephone (Ley 24.240).
  AR: service(
    'Defensa del Consumidor (Ventanilla Única Federal)',
    'https://www.argentina.gob.ar/defensadelconsumidor',
    {
      phone: '0800-666-1518',
      phoneBy:
        'https://www.elonce.com/secciones/economicas/676641-quotlos-pasos-a-seguirquot-ante-posibles-estafas-virtuales-segnn-el-banco-central.htm',
      by: 'https://iprofesional.com/legales/345946-iniciar-reclamo-en-defensa-al-consumidor-telefono-y-contactos',
    },
  ),
  AU: service('National Debt Helpline', 'https://ndh.org.au', {
    phone: '1800 007 007',
    phoneBy: 'https://ndh.org.au/debt-problems/debt-collection-old-debts/',
  }),
  // The consumer offices mediate with all creditors at once (Lei 14.181/2021).
  BR: service('Procon / Consumidor.gov.br', 'https://www.consumidor.gov.br', {
    by: 'https://diariodonordeste.verdesmares.com.br/negocios/mutirao-de-negociacao-de-dividas-acontece-em-procons-de-todo-o-pais-saiba-como-participar-1.3396526',
  }),
  CA: service('Credit Counselling Canada', 'https://creditcounsellingcanada.ca', {
    by: 'https://canada.ca/en/financial-consumer-agency/services/debt/debt-help.html',
  }),
  // It renegotiates all debts of a person with all creditors, free of charge (Ley 20.720).
  CL: service('Superintendencia de Insolvencia y Reemprendimiento', 'https://www.superir.gob.cl', {
    by: 'https://www.superir.gob.cl/pf_renegociacion',
  }),
  // The ombudsman of each supervised lender is free and independent of it (Ley 1328 de 2009).
  CO: service(
    'Superintendencia Financiera / Defensor del Consumidor Financiero',
    'https://www.superfinanciera.gov.co',
    { by: 'http://colmena-capitalizadora.com.co/def_cap.html' },
  ),
  DE: service('Schuldnerberatung (BAG-SB)', 'https://www.meine-schulden.de'),
  // Municipal consumer offices (OMIC) advise free of charge too, each with a number of its own.
  ES: service('Banco de España, Portal del Cliente Bancario', 'https://clientebancario.bde.es', {
    phone: '900 54 54 54',
    phoneBy: 'https://www.bde.es/wbe/en/para-ciudadano/servicios/reclamaciones/',
  }),
  FR: service('Points conseil budget / Banque de France', 'https://www.mesquestionsdargent.fr', {
    phone: '3414',
    by: 'https://www.viedefamille.eu/allocataires/vies-de-famille/accident-de-vie-precarite/difficultes-financieres/difficultes-financieres-contactez-un-point-conseil-budget',
  }),
  // CONC 7.3.7AG and 7.4.2R name not-for-profit bodies; MoneyHelper is the statutory one. Its number
  // was found for the service it took over from.
  GB: service('MoneyHelper', 'https://www.moneyhelper.org.uk', {
    phone: '0800 138 7777',
    phoneBy:
      'https://www.aol.co.uk/news/2020/01/11/calls-to-helpline-expected-every-four-minutes-amid-new-year-debt/',
  }),
  ID: service('OJK Kontak 157', 'https://kontak157.ojk.go.id', {
    phone: '157',
    phoneBy:
      'https://wartakota.tribunnews.com/2021/06/27/begini-cara-lapor-pengaduan-pinjaman-online-resmi-maupun-ilegal',
  }),
  // Pages found give an older number of the helpline: none is named until somebody has rung it.
  IE: service('MABS', 'https://mabs.ie', {
    phone: '0818 07 2000',
    by: 'https://irishtimes.com/business/help-is-at-hand-if-you-re-deep-in-debt-1.1126546',
  }),
  IL: service('Paamonim / פעמונים', 'https://www.paamonim.org'),
  IN: service('RBI Ombudsman', 'https://cms.rbi.org.in', {
    phone: '14448',
    phoneBy:
      'https://www.thehindubusinessline.com/money-and-banking/no-third-party-for-grievance-redressal-rbi/article65207533.ece',
  }),
  // Its offices advise free of charge since September 2025; the OCC of the law on over-indebtedness
  // take fees (D.M. 202/2014).
  IT: service('Adiconsum, sportelli sovraindebitamento', 'https://www.adiconsum.it', {
    by: 'https://www.quipromo.it/2025/11/16/sportelli-contro-il-sovraindebitamento-dal-15-settembre-parte-laiuto-gratuito-per-le-famiglie',
  }),
  MX: service('CONDUSEF', 'https://www.gob.mx/condusef', {
    phone: '55 5340 0999',
    phoneBy:
      'https://www.ccmexico.com.mx/es/juridico/85-diario-oficial-de-la-federacion/1359-se-reanudan-los-terminos-y-computo-de-plazos-en-la-condusef',
  }),
  MY: service('AKPK', 'https://www.akpk.org.my', {
    phone: '03-2616 7766',
    by: 'https://themalaysianreserve.com/2019/08/08/managing-your-debt-with-akpks-help/',
  }),
  PE: service('Indecopi', 'https://www.indecopi.gob.pe', {
    phone: '224 7777 (Lima), 0-800-4-4040',
    phoneBy: 'https://eltiempo.pe/nacional/indecopi-llamadas-no-deseadas-pueden-ser-reportadas/',
    by: 'https://www.indecopi.gob.pe/en/pc-procedimiento',
  }),
  // It refers complaints about lending companies to the Securities and Exchange Commission.
  PH: service('BSP Consumer Assistance Mechanism', 'https://www.bsp.gov.ph', {
    by: 'https://www.bsp.gov.ph/Pages/InclusiveFinance/ConsumerAssistanceChannelsChatbot.aspx',
  }),
  // Its talks and course are free; a session of counselling took a small fee.
  SG: service('Credit Counselling Singapore', 'https://ccs.org.sg', {
    phone: '6225 5227',
    phoneBy: 'https://www.ccs.org.sg/covid19-2/',
  }),
  US: service('National Foundation for Credit Counseling', 'https://www.nfcc.org', {
    phone: '1-800-388-2227',
    phoneBy: 'https://nfcc.org/faqs-credit-and-debt-counseling',
  }),
  // It names the registered debt counsellors.
  ZA: service('National Credit Regulator', 'https://www.ncr.org.za', {
    phone: '0860 627 627',
    phoneBy:
      'https://www.ncr.org.za/index.php/departments/registrations-compliance/15-education-and-communications/23-consumer-assistance',
  }),
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
