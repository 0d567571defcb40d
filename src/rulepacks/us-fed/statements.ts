import type { Statements } from '#domain/gate/statements.ts';

/** What the pack of United States says of each topic, or where it was looked for in vain. */
export const statements: Statements = {
  hours: { rules: ['USF-6B1-HOURS', 'USF-6B1-TZ', 'USF-6B1-STATED-TIME'] },
  days: {
    none: '12 CFR 1006.6(b)(1) and its comments: every day alike; days the person calls inconvenient are kept by USF-6B1-STATED-TIME',
    lookedOn: '2026-11-01',
  },
  frequency: {
    rules: [
      'USF-14B-7IN7',
      'USF-14B-POSTCONV',
      'USF-14B-CONCENTRATION',
      'USF-14A-CUMULATIVE',
      'TCPA-RES-3IN30',
    ],
  },
  channels: {
    rules: [
      'USF-14H-MEDIUM',
      'USF-6E-OPTOUT-NOTICE',
      'USF-6D4-EMAIL-PROC',
      'USF-6D5-TEXT-PROC',
      'USF-22F1-POSTCARD',
      'USF-22F3-WORK-EMAIL',
      'USF-22F4-SOCIAL-PUBLIC',
      'TCPA-CONSENT',
      'TCPA-REVOKE',
      'TCPA-REVOKE-ALL',
    ],
  },
  third_parties: {
    rules: [
      'USF-6D-THIRD-PARTY',
      'USF-10-LOCATION-ONCE',
      'USF-10-LOCATION-CONTENT',
      'DECEASED-REP',
      'MINOR',
    ],
  },
};
