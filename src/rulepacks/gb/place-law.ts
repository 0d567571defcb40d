import type { LimitationPeriod } from '#domain/gate/place-law.ts';

/** Limitation periods of England and Wales, of Scotland and of Northern Ireland. */
export const limitationPeriods: readonly LimitationPeriod[] = [
  {
    place: 'GB',
    years: 6,
    from: 'default',
    paymentRestarts: null,
    citation: 'Limitation Act 1980 ss 5, 29',
    source: 'https://www.legislation.gov.uk/ukpga/1980/58',
    confirmedBy: 'http://www.accesscm.co.uk/limitations-act-and-statute-barred-explained',
  },
  {
    place: 'GB-SCT',
    years: 5,
    from: 'default',
    paymentRestarts: true,
    citation: 'Prescription and Limitation (Scotland) Act 1973 ss 6, 10',
    source: 'https://www.legislation.gov.uk/ukpga/1973/52',
    confirmedBy: 'https://www.moneyadvicescotland.org.uk/faqs/prescription-of-a-debt',
  },
  {
    place: 'GB-NIR',
    years: 6,
    from: 'default',
    paymentRestarts: null,
    citation: 'Limitation (Northern Ireland) Order 1989 arts 4, 52',
    source: 'https://www.legislation.gov.uk/nisi/1989/1339',
    confirmedBy: null,
  },
];
