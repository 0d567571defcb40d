/** What somebody of the example wrote to us. */
export type Letter = {
  readonly country: 'US' | 'GB' | 'MX';
  readonly language: 'en' | 'es' | 'he';
  readonly channel: 'sms' | 'email';
  readonly words: string;
  /** What a person said of words that were not clear; absent while nobody looked. */
  readonly judged?: Judged;
};

type Judged = { readonly verdict: 'opt_out' | 'not_opt_out'; readonly why: string | null };

type Said = string | readonly [words: string, judged: Judged];

function lettersOf(
  country: Letter['country'],
  language: Letter['language'],
  channel: Letter['channel'],
  said: readonly Said[],
): Letter[] {
  return said.map((one) => {
    const about = { country, language, channel };
    return typeof one === 'string'
      ? { ...about, words: one }
      : { ...about, words: one[0], judged: one[1] };
  });
}

const meantIt = { verdict: 'opt_out', why: null } as const;
const askedOnly = {
  verdict: 'not_opt_out',
  why: 'Asked what the word does; on the telephone they said that messages are welcome.',
} as const;

/** Messages of the example: questions, promises, and wishes to be left alone, clear and unclear. */
export const letters: readonly Letter[] = [
  ...lettersOf('US', 'en', 'sms', [
    'STOP',
    'Can I pay 60 on Friday and the rest in two weeks?',
    'Please stop texting me.',
    'Why do you people keep calling while I am at work?',
    'Got your letter, thank you.',
    ['STOP?', askedOnly],
    'unsubscribe',
    'Stop I already paid this on the 3rd',
    ['I am tired of these messages', meantIt],
    'Which card is this about?',
    'HELP',
    'Sotp',
    'ok stop by the branch tomorrow you said?',
    'New phone, who is this?',
  ]),
  ...lettersOf('US', 'en', 'email', [
    'I refuse to pay this debt. Do not contact me about it again.',
    'Could you send me a statement with all the payments since spring?',
    'Enough of these e-mails, they all say the same.',
    ['Please take my address off your list.', meantIt],
    'I am paid on the 28th and will call you then.',
  ]),
  ...lettersOf('US', 'es', 'sms', ['BAJA', 'Pago el viernes sin falta', 'ya basta']),
  ...lettersOf('US', 'he', 'email', ['תודה, אשלם ביום ראשון', 'הסר', 'למה אתם שולחים כל כך הרבה']),
  ...lettersOf('GB', 'en', 'email', [
    'Please stop emailing me.',
    'The meter reading on the bill is wrong, I have a photo of it.',
    ['Enough.', meantIt],
    'My bank says the direct debit is set up again. Can you check?',
    'Unsubscribe me please, thanks',
    'When is the next payment taken?',
    'I am tired of these messages, they come every morning',
    'I moved in May, the bill is for the old flat.',
  ]),
  ...lettersOf('MX', 'es', 'email', [
    'Confirmamos que la transferencia sale el jueves.',
    'No nos escriban más a este correo.',
    '¿Nos envían otra vez la factura con el pedido?',
  ]),
];
