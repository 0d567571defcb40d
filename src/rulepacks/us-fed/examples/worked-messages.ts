import { workedOn } from '#domain/gate/pack-examples.ts';
import { email, inOrder, ordinaryCase, text } from './ordinary-case.ts';

const on = workedOn(ordinaryCase);
const limited = {
  business_name: 'ABC Inc',
  name_reveals_collector: false,
  requests_reply: true,
  contact_person_named: true,
  callback_number: true,
  other_content: [],
  debt_collector_disclosure: null,
};
const voicemail = (other: object = {}, to: object = {}) => ({
  proposed: { ...to, voicemail_plan: { ...limited, ...other } },
});
const undisclosed = ['USF-18E-DISCLOSURE', 'USF-2J-NOT-LCM'];
const social = (content: object, purpose = 'contact_request') => ({
  proposed: {
    channel: 'social_dm',
    to: 's1',
    purpose,
    content: { optout_notice: true, visibility: 'private', ...content },
  },
});
const first = { consumer: { initial_communication_made: false } };

/** Comments 2(j), 6(e), 18, 22(f) and 26: what a message says and shows. */
export const workedMessages = on([
  [
    '6(e)-1',
    'USF-6E-OPTOUT-NOTICE',
    'a text without a word on how to stop',
    { proposed: { ...text, content: { ...inOrder, optout_notice: false } } },
    ['USF-6E-OPTOUT-NOTICE'],
  ],
  ['2(j)-1', 'USF-2J-NOT-LCM', 'the parts of a limited-content message', voicemail()],
  [
    '2(j)(2)-1',
    'USF-2J-NOT-LCM',
    'the time of the message and any representative may be said',
    voicemail({ other_content: ['date and time', 'any representative'] }),
  ],
  [
    '2(j)(2)-1',
    'USF-18E-DISCLOSURE',
    'the name of the team says too much',
    voicemail({ other_content: ['credit card receivables group'] }),
    undisclosed,
  ],
  [
    '2(j)(1)(i)-1',
    'USF-18E-DISCLOSURE',
    'a business name that tells the trade',
    voicemail({ business_name: 'ABC Debt Recovery', name_reveals_collector: true }),
    undisclosed,
  ],
  [
    '2(j)-2',
    'USF-2J-NOT-LCM',
    'with the disclosures it is a communication in order',
    voicemail({ other_content: ['balance'], debt_collector_disclosure: 'subsequent' }),
  ],
  [
    '2(j)-3',
    'USF-2J-NOT-LCM',
    'knowingly on a neighbour’s machine',
    voicemail({}, { to: 'n1' }),
    ['USF-2J-NOT-LCM'],
  ],
  [
    '18(d)-1.i',
    'USF-18D-SOCIAL-IDENTITY',
    'a request that hides the collector',
    social({ identifies_as_debt_collector: false }),
    ['USF-18D-SOCIAL-IDENTITY'],
  ],
  [
    '18(d)-1.ii',
    'USF-18D-SOCIAL-IDENTITY',
    'one that says so',
    social({ identifies_as_debt_collector: true }),
  ],
  [
    '18(e)(1)-1',
    'USF-18E-DISCLOSURE',
    'the first message needs the long form',
    { ...first, proposed: email },
    ['USF-18E-DISCLOSURE'],
  ],
  [
    '18(e)(1)-1',
    'USF-18E-DISCLOSURE',
    'and has it',
    {
      ...first,
      proposed: {
        ...email,
        content: { optout_notice: true, debt_collector_disclosure: 'initial' },
      },
    },
  ],
  [
    '18(e)(4)-1',
    'USF-18E-DISCLOSURE',
    'disclosed in another language than the rest',
    { proposed: { ...email, content: { ...inOrder, language: 'es', disclosure_language: 'en' } } },
    ['USF-18E-DISCLOSURE'],
  ],
  [
    '18(e)(3)',
    'USF-18E-DISCLOSURE',
    'a pleading needs none',
    {
      proposed: {
        channel: 'letter',
        to: 'a1',
        purpose: 'pleading',
        content: { debt_collector_disclosure: null },
      },
    },
  ],
  [
    '22(f)(4)-1',
    'USF-22F4-SOCIAL-PUBLIC',
    'a post that friends can see',
    social({ visibility: 'contacts', ...inOrder }, 'collect'),
    ['USF-22F4-SOCIAL-PUBLIC'],
  ],
  ['22(f)(4)-1', 'USF-22F4-SOCIAL-PUBLIC', 'a private message', social(inOrder, 'collect')],
  [
    '22(f)(2)-1',
    'USF-22F2-ENVELOPE',
    'an envelope whose sender tells the trade',
    { proposed: { channel: 'letter', to: 'a1', content: { envelope_reveals_debt: true } } },
    ['USF-22F2-ENVELOPE'],
  ],
  [
    '22(f)(1)',
    'USF-22F1-POSTCARD',
    'a postcard',
    { proposed: { channel: 'letter', to: 'a1', content: { format: 'postcard' } } },
    ['USF-22F1-POSTCARD'],
  ],
  [
    '26(b)-1',
    'USF-26-TIMEBARRED-THREAT',
    'a threat of suit on a barred debt',
    { debts: [{ id: 'd1', time_barred: true }], proposed: { content: { threatens_suit: true } } },
    ['USF-26-TIMEBARRED-THREAT'],
  ],
  [
    '26(b)-1',
    'USF-26-TIMEBARRED-THREAT',
    'asking for payment of it',
    { debts: [{ id: 'd1', time_barred: true }] },
  ],
  [
    '26(b)-1',
    'USF-26-TIMEBARRED-THREAT',
    'a letter on it of which nobody said whether it threatens a suit',
    { debts: [{ id: 'd1', time_barred: true }], proposed: { channel: 'letter', to: 'a1' } },
    ['USF-26-TIMEBARRED-THREAT'],
  ],
  [
    '26(b)-1',
    'USF-26-TIMEBARRED-THREAT',
    'a talk of which other things are told',
    { debts: [{ id: 'd1', time_barred: true }], proposed: { content: { mentions_debt: true } } },
    ['USF-26-TIMEBARRED-THREAT'],
  ],
  [
    '26(b)-1',
    'USF-26-TIMEBARRED-THREAT',
    'a letter that is said to threaten none',
    {
      debts: [{ id: 'd1', time_barred: true }],
      proposed: { channel: 'letter', to: 'a1', content: { threatens_suit: false } },
    },
  ],
]);
