import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readOptOut, type WordsChannel } from './opt-out-request.ts';
import { sentTexts } from './sent-texts.ts';

type Phrase = readonly [language: string, text: string];

const yes: readonly Phrase[] = [
  ['en', 'stop texting me now'],
  ['en', 'Stop calling me now!'],
  ['en', 'stop texting me right now'],
  ['en', 'STOP NOW'],
  ['en', 'stop now'],
  ['en', 'stop it now'],
  ['en', 'please stop now'],
  ['en', 'stop this now'],
  ['en', 'stop messaging me immediately'],
  ['en', 'quit texting me now'],
  ['en', 'stop contacting me today'],
  ['en', 'stop calling me already'],
  ['en', 'stop calling me at once'],
  ['en', 'I said stop'],
  ['en', 'i told you to stop'],
  ['en', 'stop please'],
  ['en', 'stop stop stop'],
  ['en', 'stop all of this'],
  ['en', 'just stop'],
  ['en', 'stop already'],
  ['en', 'now stop texting me'],
  ['en', 'stop sending me these now'],
  ['en', 'dont ever text me again'],
  ['es', 'deje de llamarme ya'],
  ['es', 'dejen de escribirme ahora'],
  ['es', 'paren ya'],
  ['es', 'ya paren'],
  ['es', 'basta ya'],
  ['es', 'deje de mandarme mensajes ahora mismo'],
  ['es', 'alto ya'],
  ['es', 'no me llamen más'],
  ['es', 'PARE ahora'],
  ['es', 'deja de llamarme hoy mismo'],
  ['es', 'stop ya'],
  ['he', 'תפסיקו להתקשר אליי עכשיו'],
  ['he', 'תפסיקו עכשיו'],
  ['he', 'די כבר'],
  ['he', 'תפסיקו כבר לשלוח הודעות'],
  ['he', 'להפסיק מיד'],
  ['he', 'תורידו אותי מהרשימה עכשיו'],
  ['he', 'הסר עכשיו'],
  ['he', 'תפסיק לסמס לי עכשיו'],
  ['fr', "arrêtez de m'appeler maintenant"],
  ['fr', 'arrêtez maintenant'],
  ['fr', 'stop maintenant'],
  ['fr', "ne m'appelez plus"],
  ['fr', 'arrêtez tout de suite'],
  ['fr', "cessez de m'écrire immédiatement"],
  ['de', 'hören Sie jetzt auf mich anzurufen'],
  ['de', 'hör auf mir zu schreiben jetzt'],
  ['de', 'Hören Sie sofort auf'],
  ['de', 'stopp jetzt'],
  ['de', 'rufen Sie mich nicht mehr an'],
  ['de', 'jetzt aufhören'],
  ['de', 'Schluss jetzt mit den SMS'],
  ['pt', 'pare de me ligar agora'],
  ['pt', 'parem já'],
  ['pt', 'pare agora'],
  ['pt', 'parem de mandar mensagens agora mesmo'],
  ['pt', 'chega de mensagens'],
  ['it', 'smettetela di chiamarmi adesso'],
  ['it', 'basta ora'],
  ['it', 'smettila subito'],
  ['it', 'smetti di scrivermi ora'],
  ['it', 'basta messaggi'],
];
const no: readonly Phrase[] = [
  ['en', 'I cant stop now, driving'],
  ['en', 'dont call me now'],
  ['en', 'not now please'],
  ['en', 'call me now'],
  ['en', 'the bus stops now'],
  ['en', 'I will stop by now'],
  ['en', 'stop the direct debit now'],
  ['en', 'I have to stop now and think'],
  ['en', 'can you stop the fees now'],
  ['en', 'stop working now'],
  ['en', 'I stopped working now'],
  ['es', 'no puedo ahora'],
  ['es', 'llámeme ya'],
  ['es', 'ya pagué'],
  ['es', 'ahora no'],
  ['es', 'pare el débito ahora'],
  ['he', 'לא עכשיו'],
  ['he', 'אני עסוק עכשיו'],
  ['he', 'שילמתי כבר'],
  ['he', 'תתקשרו עכשיו'],
  ['fr', 'pas maintenant'],
  ['fr', 'appelez-moi maintenant'],
  ['fr', "j'ai déjà payé"],
  ['de', 'jetzt nicht'],
  ['de', 'rufen Sie mich jetzt an'],
  ['de', 'ich habe schon bezahlt'],
  ['de', 'ich höre jetzt auf zu arbeiten'],
  ['pt', 'agora não'],
  ['pt', 'me ligue agora'],
  ['pt', 'já paguei'],
  ['it', 'non ora'],
  ['it', 'chiamatemi adesso'],
  ['it', 'ho già pagato'],
];
const ours = 'Please do not contact us by phone. Unsubscribe.';
const quotes: readonly string[] = [
  `Ok will pay\n\nOn Mon, Nov 16, 2026 at 9:14 AM Lender One <a@b.com> wrote:\n${ours}`,
  `Ok\n\nAm Mo., 16. Nov. 2026 um 09:14 Uhr schrieb Lender One <a@b.com>:\n${ours}`,
  `Ok\n\nAm 16.11.2026 um 09:14 schrieb Lender One:\n${ours}`,
  `Vale\n\nEl lun, 16 nov 2026 a las 9:14, Lender One (<a@b.com>) escribió:\n${ours}`,
  `Vale\n\nEl 16/11/2026 a las 9:14, Lender One escribió:\n${ours}`,
  `D'accord\n\nLe lun. 16 nov. 2026 à 09:14, Lender One <a@b.com> a écrit :\n${ours}`,
  `D'accord\n\nLe 16/11/2026 à 09:14, Lender One a écrit :\n${ours}`,
  `Ok\n\nEm seg., 16 de nov. de 2026 às 09:14, Lender One <a@b.com> escreveu:\n${ours}`,
  `Ok\n\nIl giorno lun 16 nov 2026 alle ore 09:14 Lender One <a@b.com> ha scritto:\n${ours}`,
  `Ok\n\nIl 16/11/26 09:14, Lender One ha scritto:\n${ours}`,
  `אוקיי\n\nבתאריך יום ב׳, 16 בנוב׳ 2026 ב-9:14 מאת Lender One <a@b.com>:\n${ours}`,
  `אוקיי\n\n‫בתאריך יום ב׳, 16 בנוב׳ 2026 ב-9:14 מאת ‪Lender One‬‏ <‪a@b.com‬‏>:‬\n${ours}`,
  `אוקיי\n\nב-16 בנוב׳ 2026, בשעה 9:14, Lender One כתב/ה:\n${ours}`,
  `Ok\n\n________________________________\nFrom: Lender One <a@b.com>\nSent: Monday, November 16, 2026 9:14 AM\nTo: x@y.com\nSubject: Your account\n\n${ours}`,
  `Ok\n\nFrom: Lender One <a@b.com>\nDate: Monday, 16 November 2026 at 09:14\nTo: x@y.com\nSubject: Re: Your account\n\n${ours}`,
  `Ok\n\n*From:* Lender One <a@b.com>\n*Sent:* Monday, November 16, 2026 9:14 AM\n*To:* x@y.com\n*Subject:* Your account\n\n${ours}`,
  `Ok\n\nVon: Lender One <a@b.com>\nGesendet: Montag, 16. November 2026 09:14\nAn: x@y.com\nBetreff: Ihr Konto\n\n${ours}`,
  `Vale\n\nDe: Lender One <a@b.com>\nEnviado: lunes, 16 de noviembre de 2026 9:14\nPara: x@y.com\nAsunto: Su cuenta\n\n${ours}`,
  `OK\n\nDe : Lender One <a@b.com>\nEnvoyé : lundi 16 novembre 2026 09:14\nÀ : x@y.com\nObjet : Votre compte\n\n${ours}`,
  `Ok\n\nDa: Lender One <a@b.com>\nInviato: lunedì 16 novembre 2026 09:14\nA: x@y.com\nOggetto: Il conto\n\n${ours}`,
  `אוקיי\n\nמאת: Lender One <a@b.com>\nנשלח: יום שני 16 נובמבר 2026 09:14\nאל: x@y.com\nנושא: החשבון\n\n${ours}`,
  `Ok\n\n-----Original Message-----\nFrom: Lender One\n\n${ours}`,
  `Ok\n\n-----Ursprüngliche Nachricht-----\nVon: x\n\n${ours}`,
  `Ok\n\n-------- Original-Nachricht --------\nBetreff: x\n\n${ours}`,
  `Ok\n\n-------- Mensaje original --------\nDe: x\n${ours}`,
  `Ok\n\n-------- Message d'origine --------\nDe : x\n${ours}`,
  `Ok\n\n-------- Messaggio originale --------\nDa: x\n${ours}`,
  `Ok\n\n---------- Forwarded message ---------\nFrom: x\n${ours}`,
  `Ok\n\n2026-11-16 9:14 GMT+01:00 Lender One <a@b.com>:\n\n${ours}`,
  `Ok\n\n2026년 11월 16일 (월) 오전 9:14, Lender One <a@b.com>님이 작성:\n${ours}`,
  `Ok\n\n---- On Mon, 16 Nov 2026 09:14:00 +0100 Lender One <a@b.com> wrote ----\n${ours}`,
  `Ok\n\nLender One <a@b.com> wrote on Mon, 16 Nov 2026:\n${ours}`,
  `Ok\n\nLender One <a@b.com> schrieb am Mo., 16. Nov. 2026, 09:14:\n${ours}`,
  `Ok\n\nOn 16 Nov 2026, at 09:14, Lender One <a@b.com> wrote:\n\n${ours}`,
  `Ok\n\n-------- Original message --------\nFrom: x\nDate: 16/11/2026 09:14 (GMT+01:00)\n${ours}`,
  `Ok\n\nSent from my iPhone\n\nOn Nov 16, 2026, at 9:14 AM, Lender One wrote:\n\n${ours}`,
  `Ok\n\nGet Outlook for iOS\n________________________________\nFrom: x\n${ours}`,
  `Ok\n\nOn Monday, November 16, 2026 at 09:14:00 AM EST, Lender One <a@b.com>\nwrote:\n\n${ours}`,
  `Ok\n\nOn Mon, Nov 16, 2026 at 9:14 AM Lender One Collections and Recovery Department\n<very.long.address@lender-one.example.com> wrote:\n${ours}`,
  `Op ma 16 nov 2026 om 09:14 schreef Lender One <a@b.com>:\n${ours}`,
  `Ok\n\nVan: Lender One\nVerzonden: maandag 16 november 2026\nAan: x\nOnderwerp: y\n\n${ours}`,
  `Ok\n\nQuoting Lender One <a@b.com>:\n${ours}`,
  `Ok\n\nSubject: Your account\nFrom: Lender One\nDate: today\n\n${ours}`,
  `Ok\n\nBegin forwarded message:\n\nFrom: x\n${ours}`,
  `Ok\n| On Mon Lender wrote:\n| ${ours}`,
];
const reactions: readonly string[] = [
  'Liked',
  'Loved',
  'Laughed at',
  'Emphasized',
  'Emphasised',
  'Questioned',
  'Disliked',
  'Le gustó',
  'Me encantó',
  'Se rió de',
  'Enfatizó',
  'Preguntó por',
  'A aimé',
  'A adoré',
  'A ri de',
  'A souligné',
  'Hat gelikt',
  'Geliebt',
  'Gelacht über',
  'Ha riso a',
  'Ha messo in evidenza',
  'Riu de',
  'Adorou',
  'Curtiu',
  'אהב/ה את',
  'צחק/ה על',
  'הדגיש/ה את',
  '👍 to',
  'Reacted 👍 to',
  'Removed a like from',
  'Removed a heart from',
  'Liked an image',
  'Ha reaccionado con 👍 a',
  'A réagi avec 👍 à',
  'Reagiu com 👍 a',
  'Ha reagito con 👍 a',
  'הגיב/ה ב-👍 על',
];
const wholeReactions: readonly string[] = [
  'Hat mit 👍 auf „Please stop calling us“ reagiert',
  '„Please stop calling us“ gefällt',
  'Hat „Please stop calling us“ mit einem Herz markiert',
  'Liked \u201cPlease stop calling\u2026\u201d',
  'Alex liked "Please stop calling us"',
  'Gefällt mir: „Please stop calling us“',
  'Hat „Please stop calling us“ geliebt',
  'Fand „Please stop calling us“ witzig',
  'le gustó «Please stop calling us»',
  'a trouvé drôle « Please stop calling us »',
  'A aimé «\u00a0Please stop calling us\u00a0»',
];

const read = (text: string, channel: WordsChannel, language = 'en') =>
  readOptOut(text, { channel, language });

test('a request with a word of haste around it is a request, in every language', () => {
  const missed = yes.filter(([language, text]) => read(text, 'sms', language).kind !== 'opt_out');
  assert.deepEqual(missed, []);
});

test('the same words of haste in everyday talk ask for nothing', () => {
  const wrong = no.filter(([language, text]) => read(text, 'sms', language).kind !== 'none');
  assert.deepEqual(wrong, []);
});

test('what a mail program quotes of ours is not read, and what stands above it is', () => {
  const sent = sentTexts(['Please do not contact us by phone. Unsubscribe.']);
  assert.deepEqual(
    quotes.filter((text) => readOptOut(text, { channel: 'email', sent }).kind !== 'none'),
    [],
  );
  const asking = quotes.map((text) => `Please stop calling me.\n${text}`);
  assert.deepEqual(
    asking.filter((text) => read(text, 'email').kind !== 'opt_out'),
    [],
  );
});

test('a line of a person that only looks like one of a mail program hides nothing', () => {
  for (const text of [
    'Subject: my debt\nPlease stop calling me',
    'You wrote in 2026 that I may say no: stop calling me',
    'To whom it may concern: stop calling me',
    'On 3 May 2026 you wrote to me.\nStop calling me.',
    'He liked "please call me later". Stop calling me',
  ]) {
    assert.equal(read(text, 'email').kind, 'opt_out', text);
  }
});

test('a reaction of a telephone to our words asks for nothing, in every language of telephones', () => {
  const all = [
    ...reactions.map((verb) => `${verb} “Reply STOP to opt out. Please do not contact us.”`),
    ...wholeReactions,
  ];
  assert.deepEqual(
    all.filter((text) => read(text, 'sms').kind !== 'none'),
    [],
  );
});
