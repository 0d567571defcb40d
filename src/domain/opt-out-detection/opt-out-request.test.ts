import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scopeWord } from './closing.ts';
import { newPart } from './new-part.ts';
import { readOptOut, type WordsChannel } from './opt-out-request.ts';
import { sentTexts, sentUnknown } from './sent-texts.ts';

const said = (text: string, channel: WordsChannel = 'sms') => {
  const { kind, certainty } = readOptOut(text, { channel });
  return kind === 'opt_out' ? certainty : kind;
};

test('each keyword of 47 CFR 64.1200(a)(10) is a sure refusal, however it is typed', () => {
  const keywords = ['stop', 'quit', 'end', 'revoke', 'opt out', 'cancel', 'unsubscribe'];
  for (const word of keywords) {
    const typed = [word, word.toUpperCase(), `${word}.`, ` ${word}!!! `, `"${word}"`];
    for (const text of [...typed, `${word} please`, `Pls ${word}, thanks`]) {
      assert.equal(said(text), 'sure', text);
    }
  }
});

test('keywords that providers take by default are known', () => {
  const words = [
    'STOPALL',
    'STOP ALL',
    'OPTOUT',
    'OPT-OUT',
    'REMOVE',
    'TD',
    'ARRET',
    'ALTO',
    'PARAR',
  ];
  for (const text of [...words, 'BAJA', 'SAIR', 'STOPP', 'BASTA', 'הסר']) {
    assert.equal(said(text), 'sure', text);
  }
  for (const text of ['START', 'unstop']) assert.equal(said(text), 'opt_in', text);
  for (const text of ['HELP', 'info']) assert.equal(said(text), 'help', text);
});

test('emoji, spaced letters, digits for letters and stretched words are read', () => {
  for (const text of ['🛑', '✋', 'S.T.O.P', 's t o p', 'st0p', '5TOP', 'STOOOOP', 'ｓｔｏｐ']) {
    assert.notEqual(said(text), 'none', text);
  }
  // Signs that nobody sees: a soft hyphen, blanks of no width, marks of direction.
  for (const text of ['ST\u00ADOP', 's\u200Bt\u200Bo\u200Bp', '\u202ESTOP', 'ST\u2060OP']) {
    assert.equal(said(text), 'sure', text);
  }
  for (const text of ['עיזבו אותי', 'לא לשלוח', '不要再发']) assert.equal(said(text), 'sure', text);
  assert.equal(said('Hi there ✋'), 'none');
});

test('a misspelt short word leaves it to a person, a misspelt long one is clear', () => {
  for (const text of ['sotp', 'STTOP', 'stpo']) assert.equal(said(text), 'unsure', text);
  for (const text of ['unsuscribe', 'unsubcribe me']) assert.equal(said(text), 'sure', text);
  for (const text of ['shop', 'I have cancer', 'the spot']) assert.equal(said(text), 'none', text);
});

test('a message that begins with the word of the law is obeyed and looked at', () => {
  for (const text of ['Stop I already paid this on the 3rd', 'please stop, I am in hospital']) {
    assert.equal(said(text), 'unsure', text);
  }
  for (const text of ['stop worrying, I will pay', 'Stop at the bank first']) {
    assert.equal(said(text), 'none', text);
  }
});

test('what looks like a refusal and is none', () => {
  const texts = [
    'I can stop by tomorrow',
    "I can't stop thinking about it",
    'Full stop.',
    'end of month I will pay',
    'cancel my direct debit',
    'I am at the bus stop',
    'please stop the interest',
    'Reply STOP to opt out',
    'text STOP to 80082 to end',
    'para pagar el lunes',
    'estoy de baja médica',
    'je suis en arrêt de travail',
    'Ende des Monats zahle ich',
    'a fine mese pago',
    'vou sair de férias',
    'אין לי מספיק כסף',
  ];
  for (const text of texts) assert.equal(said(text), 'none', text);
});

test('a condition, a complaint or a tale is obeyed and looked at', () => {
  const texts = [
    'if you stop calling me I will pay',
    'why do you keep calling me',
    'this is harassment',
    'I paid in March. STOP',
    'you paid STOP already did that',
    'how do I unsubscribe?',
    'only contact me by mail',
  ];
  for (const text of texts) assert.equal(said(text), 'unsure', text);
});

test('what can be meant as a wish in few words is obeyed and looked at', () => {
  const texts = ['I want out', 'let me out of this', 'Block', 'block me pls', 'ich will raus'];
  for (const text of [...texts, 'bloquear', 'EXIT']) assert.notEqual(said(text), 'none', text);
  for (const text of ['I want out of debt', 'can you block my card', 'blocked drains cost me']) {
    assert.equal(said(text), 'none', text);
  }
});

test('words that nobody can read close nothing and wait for a person', () => {
  const noticed = (text: string, names: readonly string[] = [], channel: WordsChannel = 'sms') =>
    scopeWord(readOptOut(text, { channel, names }));
  const told: readonly (readonly [scope: string | null, ...texts: string[]])[] = [
    ['wrong_person', 'This isn’t Pat', 'this isnt pat', 'I’m not Ms Doe', 'no soy Pat', 'not Pat'],
    ['health', 'I’m in hospital', 'in the ICU since Monday', 'estoy en el hospital', 'bin krank'],
    ['minor', 'I am 15', 'im only 12 years old', 'tengo 15 años', 'j’ai 16 ans', 'jag är 15 år'],
    ['unclear', 'I am 15 minutes away', 'this isn’t fair', 'HELP', 'maybe start again?'],
    [null, 'ok thanks', '👍', '250.00', 'Gracias!'],
  ];
  for (const [scope, ...texts] of told) {
    for (const text of texts) assert.equal(noticed(text, ['Pat Doe']), scope, text);
  }
  // Without a name in the book its capital tells one from an everyday word.
  assert.equal(noticed('This isn’t Sam'), 'wrong_person');
  assert.equal(noticed('This isn’t Right'), 'unclear');
  // Who heard or wrote it down knows what it says.
  assert.equal(noticed('Asked about the balance', [], 'note'), null);
  const { certainty, also } = readOptOut('STOP, I am in hospital', { channel: 'sms' });
  assert.deepEqual([certainty, also], ['unsure', ['health']]);
});

test('STOP closes the address it came from; a medium that is named is closed as a whole', () => {
  const scope = (text: string, channel: WordsChannel = 'sms') => {
    const read = readOptOut(text, { channel });
    return [read.scope, read.medium ?? null];
  };
  assert.deepEqual(scope('STOP'), ['address', 'sms']);
  assert.deepEqual(scope('unsubscribe', 'email'), ['address', 'email']);
  assert.deepEqual(scope('stop calling'), ['medium', 'phone_call']);
  assert.deepEqual(scope('please do not email me any more'), ['medium', 'email']);
  assert.deepEqual(scope('deje de llamarme'), ['medium', 'phone_call']);
  assert.deepEqual(scope('lose my number'), ['address', null]);
  assert.deepEqual(scope('leave me alone'), ['all', null]);
  assert.deepEqual(scope('no more calls or texts please'), ['all', null]);
  assert.deepEqual(scope('wants no more contact', 'note'), ['all', null]);
});

test('what else was said is told', () => {
  const also = (text: string) => readOptOut(text, { channel: 'email' }).also;
  assert.deepEqual(also('Cease all communication with me. I refuse to pay.'), ['cease']);
  assert.deepEqual(also('I dispute this debt'), ['dispute']);
  assert.deepEqual(also('talk to my lawyer'), ['attorney']);
  assert.deepEqual(also('wrong number, stop texting'), ['wrong_person']);
  assert.deepEqual(also("don't call me at work"), ['inconvenient_time']);
  const deaths = [
    ...['STOP, he died', "he's dead, stop writing", 'My husband passed away in May'],
    ...['mi marido falleció', 'Mi esposo murió', 'בעלי נפטר', 'הוא מת', 'נפטר'],
    ...['Mein Mann ist verstorben', 'il est décédé', 'mio padre è deceduto', 'ela faleceu'],
    ...['bapak sudah meninggal dunia', 'papa guzar gaye', 'namatay na po siya', 'он умер'],
  ];
  for (const words of deaths) assert.deepEqual(also(words), ['deceased'], words);
  for (const words of [
    'my phone died',
    'the battery is dead',
    'dead broke, call later',
    'I died laughing',
  ]) {
    assert.deepEqual(also(words), [], words);
  }
  assert.equal(said("don't call me at work"), 'none');
});

test('of an answer only what is new is read', () => {
  const thread =
    'I will pay Friday.\n\nOn Mon, Nov 16, 2026 at 9:00 AM Agency wrote:\n> Reply STOP';
  assert.equal(newPart(thread, sentUnknown).own, 'I will pay Friday.');
  assert.equal(said(thread, 'email'), 'none');
  assert.equal(said('> How can we help?\n> Regards\nStop emailing me', 'email'), 'sure');
  const below = 'ok thanks\n-----Original Message-----\nFrom: Agency\nstop contacting me';
  assert.equal(said(below, 'email'), 'none');
  assert.equal(said('Vale, gracias\nEl lun, 16 nov 2026 Agencia escribió:\nstop', 'email'), 'none');
});

const reactions: readonly string[] = [
  'Liked “Example Lender: your payment is due on 1 Dec. Reply STOP to opt out.”',
  'Laughed at “STOP to opt out”',
  'Emphasised "Opt out any time with STOP"',
  'Removed a heart from “Thank you. Reply STOP to end”',
  'Disliked “We will stop calling you at work, as you asked.”',
  'Questioned “Please do not contact the branch',
  'Reacted 👍 to “Reply STOP to opt out”',
  ' 👍  to “Reply STOP to opt out”',
  '❤️ “Txt STOP to cancel, HELP for help”',
  'Le encantó “Responda ALTO para no recibir más mensajes”',
  'Reaccionó con 👍 a “Responda ALTO”',
  'A aimé « Répondez STOP pour ne plus recevoir de messages »',
  'Gefällt „Antworten Sie STOPP, um sich abzumelden“',
  'Hat mit 👍 auf „Antworten Sie STOPP“ reagiert',
  'Hat „Reply STOP to opt out“ mit „Gefällt mir“ markiert',
  'Ha messo Mi piace a “Rispondi STOP per non ricevere altri messaggi”',
  'Curtiu “Responda PARE para sair”',
  'אהבה את ״השב הסר להסרה״',
  'אהב/ה את „השב הסר להסרה”',
  'Vindt “Antwoord STOP” leuk',
];

test('a reaction of a telephone says nothing in its words, which are ours', () => {
  for (const text of reactions) {
    assert.equal(newPart(text, sentUnknown).own, '', text);
    assert.equal(said(text), 'none', text);
  }
});

test('what stands behind a reaction, and what only quotes, is the person’s own', () => {
  assert.equal(said('Liked “Reply STOP to opt out”\nSTOP'), 'sure');
  assert.equal(said('"STOP"'), 'sure');
  assert.equal(said('Stop “texting” me'), 'sure');
  assert.notEqual(said('you said “we will stop calling” so stop'), 'none');
  const quoted = [
    'Liked "Pay today" STOP. I said "no"',
    '👍 "Pay today" remove me from your list "please"',
    'Me gusta "Pague hoy" no me llamen mas "nunca"',
    'Liked "our message" please stop texting me. I told you "no"',
    'answered "STOP"',
    'hat "STOP"',
    'Liked "STOP"',
  ];
  for (const text of quoted) assert.notEqual(said(text), 'none', text);
  assert.equal(said('Reacted 🛑 to “Your payment is due”'), 'unsure');
});

test('a message that is passed on is not the person’s own', () => {
  const ours = 'Example Lender: pay by 1 Dec. Reply STOP to opt out';
  const heads = [
    'Begin forwarded message:',
    '---------- Forwarded message ---------',
    'Anfang der weitergeleiteten Nachricht:',
    'Début du message transféré :',
    'Inicio del mensaje reenviado:',
    'תחילת ההודעה שהועברה:',
  ];
  for (const head of heads) {
    assert.equal(said(`Is this you?\n\n${head}\n${ours}`, 'email'), 'none', head);
  }
  assert.equal(said(`Fwd: ${ours}`), 'none');
});

test('a quotation with nothing of their own beside it is obeyed and looked at', () => {
  for (const text of [
    '----- Forwarded message -----\nplease stop',
    'On Mon, 3 Mar 2026 at 10:00 Alex wrote:\nSTOP texting me',
    'On Mon, 3 Mar 2026 at 10:00 Alex wrote:\n> STOP texting me',
    'From: Alex\nTo: you\nSubject: x\n\nplease stop calling me',
    'From: Alex\nTo: you\nSubject: x\n\nplease stop calling me\nSent from my phone',
  ]) {
    const { kind, certainty } = readOptOut(text, { channel: 'email', names: ['Alex Roe'] });
    assert.deepEqual([kind, certainty], ['opt_out', 'unsure'], text);
  }
  const sent = sentTexts(['Example Lender: your payment is due. Please write STOP to opt out']);
  const wrapped = '> Example Lender: your payment is due. Please write STOP to\n> opt out';
  const ours = `On Mon, 3 Mar 2026 at 10:00 Lender wrote:\n${wrapped}`;
  assert.equal(readOptOut(ours, { channel: 'email', sent }).kind, 'none');
});

test('a text of any length and content is read without failing', () => {
  const hostile = ['👍', ' a', 'hat ein ', '“', 'a ', '👍 '].map((part) => part.repeat(20_000));
  for (const text of [...hostile, ...hostile.map((one) => `${one} “x y” STOP`)]) {
    assert.ok(readOptOut(text, { channel: 'sms' }).kind);
  }
  for (const text of ['', ' ', '???', '\u0000', 'a'.repeat(50_000), 'stop '.repeat(5000), '((((']) {
    assert.ok(readOptOut(text, { channel: 'sms' }).kind);
  }
});
