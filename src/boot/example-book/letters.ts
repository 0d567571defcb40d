/** What somebody of the example wrote to us. */
export type Letter = {
  readonly country: 'US' | 'GB' | 'MX';
  readonly language: 'en' | 'es' | 'he';
  readonly channel: 'sms' | 'email';
  readonly words: string;
};

type Words = readonly string[];

function lettersOf(
  country: Letter['country'],
  language: Letter['language'],
  channel: Letter['channel'],
  words: Words,
): Letter[] {
  return words.map((one) => ({ country, language, channel, words: one }));
}

/** Messages of the example in no particular order: questions, promises, and wishes to be left alone. */
export const letters: readonly Letter[] = [
  ...lettersOf('US', 'en', 'sms', [
    'STOP',
    'Can I pay 60 on Friday and the rest in two weeks?',
    'Please stop texting me.',
    'Why do you people keep calling while I am at work?',
    'Got your letter, thank you.',
    'unsubscribe',
    'Stop I already paid this on the 3rd',
    'Which card is this about?',
    'HELP',
    'Leave me alone for now, I am in hospital',
    'ok stop by the branch tomorrow you said?',
    'New phone, who is this?',
  ]),
  ...lettersOf('US', 'en', 'email', [
    'I refuse to pay this debt. Do not contact me about it again.',
    'Could you send me a statement with all the payments since spring?',
    'Enough of these e-mails, they all say the same.',
    'Please take my address off your list.',
    'I am paid on the 28th and will call you then.',
  ]),
  ...lettersOf('US', 'es', 'sms', ['BAJA', 'Pago el viernes sin falta', 'ya basta']),
  ...lettersOf('US', 'he', 'email', ['תודה, אשלם ביום ראשון', 'הסר']),
  ...lettersOf('GB', 'en', 'email', [
    'Please stop e-mailing me.',
    'The meter reading on the bill is wrong, I have a photo of it.',
    'I would rather you did not write so often, it upsets my mother.',
    'My bank says the direct debit is set up again. Can you check?',
    'Unsubscribe me please, thanks',
    'When is the next payment taken?',
    'Not interested',
    'I moved in May, the bill is for the old flat.',
  ]),
  ...lettersOf('MX', 'es', 'email', [
    'Confirmamos que la transferencia sale el jueves.',
    'No nos escriban más a este correo.',
    '¿Nos envían otra vez la factura con el pedido?',
    'Dejen de mandar lo mismo cada semana',
  ]),
];

/** What people who judged unsure words said of them, in turn. */
export const judgements = [
  { verdict: 'not_opt_out', why: 'Asks when to come by; says nothing about being contacted.' },
  { verdict: 'opt_out', why: null },
  { verdict: 'opt_out', why: null },
  { verdict: 'not_opt_out', why: 'Says that the debt was paid; wants an answer.' },
] as const;
