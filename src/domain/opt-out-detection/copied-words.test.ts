import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readOptOut } from './opt-out-request.ts';
import { sentTexts } from './sent-texts.ts';

/** A message of ours in each language whose words, were they theirs, would be a sure refusal. */
const ours: Readonly<Record<string, string>> = {
  en: 'Please do not contact us by phone. Unsubscribe at any time.',
  es: 'Si ya pagó, no nos llamen más. Dejen de llamarnos a este número.',
  fr: 'Si vous avez payé, ne nous appelez plus. Arrêtez de nous appeler.',
  de: 'Falls Sie gezahlt haben: rufen Sie uns nicht mehr an. Hören Sie auf, uns anzurufen.',
  it: 'Se ha già pagato, non chiamateci più. Smettete di chiamarci a questo numero.',
  pt: 'Se já pagou, parem de nos ligar. Não nos liguem mais para este número.',
  he: 'אם שילמתם, תפסיקו להתקשר אלינו. אל תתקשרו אלינו יותר.',
  hi: 'Agar aapne bhugtan kar diya hai to mujhe call mat karo. Call karna band karo.',
  id: 'Jika sudah membayar, jangan telepon kami lagi. Berhenti telepon kami.',
};
const anyOurs = ours['en'] ?? '';

/** How people and programs put a message (`{}`) that is not theirs, in words of any language. */
const inAnyLanguage: readonly string[] = [
  ...[
    'Fwd: {}',
    'FW: {}',
    'Fw:{}',
    'FWD : {}',
    'Re: {}',
    'WG: {}',
    'AW: {}',
    'TR: {}',
    'RV: {}',
    'I: {}',
  ],
  ...[
    'ENC: {}',
    'Odp: {}',
    'PD: {}',
    'Antw: {}',
    'VS: {}',
    'SV: {}',
    '转发：{}',
    '轉寄: {}',
    'הועבר: {}',
  ],
  'Fwd: Your account\n{}',
  ...['ok: {}', 'OK:\n{}', 'You wrote: {}', 'FYI: {}', 'your message: {}', 'Su mensaje: {}'],
  ...[
    'Votre message : {}',
    'Ihre Nachricht: {}',
    'ההודעה שלכם: {}',
    'ваше сообщение: {}',
    '收到：{}',
  ],
  ...['> {}', '>> {}', '| {}', '＞ {}', '&gt; {}', '│ {}'],
  ...["'{}'", '‘{}’', '`{}´', '‹{}›', '《{}》', '“{}”', '«{}»', '"{}"'],
  '[16/11/2026, 09:14:02] Lender One: {}',
  '[16/11/26, 9:14:02 AM] Lender One: {}',
  '[9:14 AM, 11/16/2026] Lender One: {}',
  '16/11/2026, 09:14 - Lender One: {}',
  '16.11.26, 09:14 - Lender One: {}',
  '11/16/26, 9:14 AM - Lender One: {}',
  '2026-11-16, 09:14 - Lender One: {}',
  '१६/११/२०२६, ९:१४ - Lender One: {}',
  '١٦/١١/٢٠٢٦، ٩:١٤ - Lender One: {}',
  'Lender One, [16.11.2026 09:14]\n{}',
  'Lender One, [Nov 16, 2026 at 9:14 AM]:\n{}',
  'W dniu 16.11.2026 o 09:14, Lender One pisze:\n> {}',
  'W dniu 16.11.2026 o 09:14, Lender One pisze:\n{}',
  'pon., 16 lis 2026 o 09:14 Lender One <a@b.com> napisał(a):\n{}',
  'सोम, 16 नव॰ 2026 को 9:14 am बजे Lender One <a@b.com> ने लिखा:\n{}',
  '१६ नव २०२६ को ९:१४ बजे Lender One ने लिखा:\n> {}',
  'пн, 16 нояб. 2026 г. в 09:14, Lender One <a@b.com>:\n{}',
  '16.11.2026 09:14, Lender One пишет:\n{}',
  'في الاثنين، 16 نوفمبر 2026 في 9:14 ص تمت كتابة ما يلي بواسطة Lender One <a@b.com>:\n{}',
  'Lender One <a@b.com> 于2026年11月16日周一 09:14写道：\n{}',
  'Lender One <a@b.com> 於 2026年11月16日 週一 上午9:14寫道：\n{}',
  '2026年11月16日(月) 9:14 Lender One <a@b.com>:\n{}',
  'Pada Sen, 16 Nov 2026 pukul 09.14 Lender One <a@b.com> menulis:\n{}',
  'Pada Isn, 16 Nov 2026 pada 9:14 PG Lender One <a@b.com> menulis:\n{}',
  'Noong Lun, Nob 16, 2026 nang 9:14 AM, sinulat ni Lender One <a@b.com>:\n{}',
  'Op ma 16 nov 2026 om 09:14 schreef Lender One <a@b.com>:\n{}',
  'Op Ma. 16 Nov. 2026 om 09:14 het Lender One <a@b.com> geskryf:\n{}',
  'Den mån 16 nov. 2026 kl 09:14 skrev Lender One <a@b.com>:\n{}',
  'Lender One <a@b.com>, 16 Kas 2026 Pzt, 09:14 tarihinde şunu yazdı:\n{}',
  'Vào Th 2, 16 thg 11, 2026 vào lúc 09:14 Lender One <a@b.com> đã viết:\n{}',
  '---------- Przekazana wiadomość ---------\n{}',
  '---------- Pesan terusan ---------\n{}',
  'Początek przekazywanej wiadomości:\n{}',
  '-------- Oryginalna wiadomość --------\n{}',
  '-------- Исходное сообщение --------\n{}',
  '开始转发的邮件：\n{}',
  'Od: Lender One\nDo: x@y.com\nTemat: Konto\n\n{}',
  'Wysłano: poniedziałek\nDo: x@y.com\n\n{}',
  'От: Lender One\nКому: x@y.com\nТема: y\n\n{}',
  'من: Lender One\nإلى: x@y.com\n\n{}',
  '发件人：Lender One\n主题：y\n\n{}',
  'प्रेषक: Lender One\nविषय: y\n\n{}',
  'Dari: Lender One\nSubjek: y\n\n{}',
];

/** What telephones write around a message, in quotation marks that people use too, or none. */
const reactions: Readonly<Record<string, string>> = {
  en: "Liked '{}'|Liked ‘{}’|Liked: {}|Loved `{}´|Laughed at '{}'|Emphasised '{}'|Reacted 👍 to '{}'|👍 to: {}|Alex liked '{}'|Liked:\n{}",
  es: "Le gustó '{}'|Le encantó ‘{}’|Reaccionó con 👍 a '{}'|Ana reaccionó a «{}»|Enfatizó: {}|A Ana le gustó '{}'",
  fr: "A aimé '{}'|A adoré ‹ {} ›|A réagi avec 👍 à : {}|Ana a aimé « {} »|A ri de '{}'",
  de: "Geliebt ‚{}‘|Hat gelacht über ›{}‹|Gefällt mir: {}|Gefällt ‚{}‘|Anna hat geliebt „{}“|Reagierte mit 👍 auf: '{}'",
  it: "Ha adorato '{}'|Ha messo Mi piace a '{}'|Anna ha adorato “{}”|Ha riso di: {}",
  pt: "Curtiu '{}'|Reagiu com 👍 a '{}'|Ana curtiu “{}”|Adorou: {}",
  he: "אהב/ה את '{}'|צחק/ה על: {}|הגיב/ה ב-👍 על '{}'|דנה אהב/ה את ״{}״",
  hi: "'{}' को पसंद किया|“{}” को पसंद किया",
  id: "Menyukai '{}'|Memberi reaksi 👍 ke: {}|Ani menyukai “{}”",
};

const read = (text: string, language: string, sent?: readonly string[]) => {
  const known = sent ? { sent: sentTexts(sent) } : {};
  const { kind, certainty, also } = readOptOut(text, { channel: 'email', language, ...known });
  return kind === 'none' && also.length > 0 ? 'also' : kind === 'opt_out' ? certainty : kind;
};
const languages = Object.entries(ours);
/** Every form around English, and each around a message in one other language. */
const all = languages.flatMap(([language, words], at) => {
  const mixed = inAnyLanguage.filter(
    (_, form) => language === 'en' || form % (languages.length - 1) === at - 1,
  );
  return [...mixed, ...(reactions[language] ?? '').split('|')].map((form) => ({
    ...{ language, words },
    text: form.replace('{}', words),
  }));
});

test('the messages of the table would be sure refusals if they were theirs', () => {
  const weak = languages.filter(([language, words]) => read(words, language) !== 'sure');
  assert.deepEqual(weak, []);
});

test('our own words, passed on, copied, quoted or reacted to, ask for nothing where they are on record', () => {
  const wrong = all.filter(
    ({ text, language, words }) => read(text, language, ['Good day.', words]) !== 'none',
  );
  assert.deepEqual(
    wrong.map(({ text }) => text),
    [],
  );
});

test('the same is never a sure refusal where nobody knows what was sent', () => {
  const known = ['Another message of ours, about something else entirely.'];
  const sure = all.filter(({ text, language }) =>
    [read(text, language), read(text, language, known)].includes('sure'),
  );
  assert.deepEqual(
    sure.map(({ text }) => text),
    [],
  );
});

test('a wish of their own beside a copied message of ours is as sure as it is alone', () => {
  for (const form of inAnyLanguage) {
    const text = `STOP calling me.\n${form.replace('{}', anyOurs)}`;
    assert.equal(read(text, 'en', [anyOurs]), 'sure', text);
    assert.equal(read(text, 'en'), 'sure', text);
  }
});

test('what is no quotation stays a sure refusal, though parts of it look like one', () => {
  for (const text of [
    'STOP',
    'Stop.',
    '"STOP"',
    "'STOP'",
    'Liked it, but stop calling me',
    'Loved your service. Stop calling me',
    'I laughed at it. Stop calling me!',
    'At 09:14 you called again. Stop calling me',
    'Name: Alex\nStop calling me',
    'On 16/11/2026 you called: stop calling me',
    "I'm tired, it's enough, don't call me any more",
  ]) {
    assert.equal(read(text, 'en'), 'sure', text);
    assert.equal(read(text, 'en', [anyOurs]), 'sure', text);
  }
});

test('a sentence out of a longer message of ours is obeyed and looked at, a keyword is obeyed', () => {
  const form = 'To answer, write: I want you to stop contacting me. Or write STOP.';
  assert.equal(read('I want you to stop contacting me', 'en', [form]), 'unsure');
  assert.equal(read('STOP', 'en', [form]), 'sure');
});

test('a dispute or an attorney in copied words is looked at, and one in ours is not', () => {
  const words = 'I dispute this debt. Talk to my lawyer.';
  assert.equal(read(`Fwd: ${words}`, 'en'), 'also');
  assert.equal(read(`Fwd: ${words}`, 'en', [words]), 'none');
});

/** A header block of Outlook with nothing above it, in its languages; `@` stands for the sender. */
const blocks: readonly string[] = [
  'From: @\nSent: Monday, 16 November 2026 09:14\nTo: x@example.net\nSubject: Your account',
  'Von: @\nGesendet: Montag, 16. November 2026 09:14\nAn: x@example.net\nBetreff: Ihr Konto',
  'De : @\nEnvoyé : lundi 16 novembre 2026 09:14\nÀ : x@example.net\nObjet : Votre compte',
  'De: @\nEnviado el: lunes, 16 de noviembre de 2026\nPara: x@example.net\nAsunto: Su cuenta',
  'De: @\nEnviada em: segunda-feira, 16 de novembro de 2026\nPara: x@example.net\nAssunto: Conta',
  'Da: @\nInviato: lunedì 16 novembre 2026\nA: x@example.net\nOggetto: Conto',
  'Van: @\nVerzonden: maandag 16 november 2026\nAan: x@example.net\nOnderwerp: Rekening',
  'מאת: @\nנשלח: יום שני 16 נובמבר 2026\nאל: x@example.net\nנושא: החשבון',
  'Od: @\nWysłano: poniedziałek, 16 listopada 2026\nDo: x@example.net\nTemat: Konto',
  'От: @\nОтправлено: 16 ноября 2026 г.\nКому: x@example.net\nТема: Счет',
  'Från: @\nSkickat: den 16 november 2026\nTill: x@example.net\nÄmne: Konto',
  'Fra: @\nSendt: 16. november 2026\nTil: x@example.net\nEmne: Konto',
  'Lähettäjä: @\nLähetetty: maanantai 16. marraskuuta 2026\nVastaanottaja: x\nAihe: Tili',
  'Kimden: @\nGönderildi: 16 Kasım 2026\nKime: x@example.net\nKonu: Hesap',
  'Από: @\nΣτάλθηκε: 16 Νοεμβρίου 2026\nΠρος: x@example.net\nΘέμα: Λογαριασμός',
  'Feladó: @\nElküldve: 2026. november 16.\nCímzett: x@example.net\nTárgy: Számla',
  'من: @\nتم الإرسال: 16 نوفمبر 2026\nإلى: x@example.net\nالموضوع: الحساب',
  '发件人: @\n发送时间: 2026年11月16日\n收件人: x@example.net\n主题: 账户',
  '差出人: @\n送信日時: 2026年11月16日\n宛先: x@example.net\n件名: 口座',
  '보낸 사람: @\n보낸 날짜: 2026년 11월 16일\n받는 사람: x@example.net\n제목: 계좌',
  'Dari: @\nDikirim: 16 November 2026\nKepada: x@example.net\nSubjek: Rekening',
];

test('what stands below a header block that names another sender is no wish, and a person looks', () => {
  const below = ['STOPP zum Abmelden', 'Reply STOP to opt out', 'STOP'];
  const from = { channel: 'email', names: ['Pat Doe'], address: 'x77@example.net' } as const;
  for (const block of blocks) {
    for (const words of below) {
      const text = (sender: string) => `${block.replace('@', sender)}\n\n${words}`;
      const others = readOptOut(text('Lender One <service@lender.example>'), from);
      assert.deepEqual([others.kind, others.understood], ['none', false], text('Lender One'));
      const sent = sentTexts([`Your account is overdue. ${words} at any time`]);
      assert.equal(readOptOut(text('Lender One'), { ...from, sent }).kind, 'none');
      // Their own earlier message, sent again: obeyed, and looked at.
      for (const own of ['Pat Doe', 'X77@example.net', 'Doe, Pat <x@y.example>']) {
        const wish = `${block.replace('@', own)}\n\nSTOP`;
        const theirs = readOptOut(wish, from);
        assert.deepEqual([theirs.kind, theirs.certainty], ['opt_out', 'unsure'], wish);
      }
      // Words of their own above it are read, and so is a message without such a block.
      assert.equal(readOptOut(`Stop e-mailing me\n\n${text('Lender One')}`, from).kind, 'opt_out');
    }
  }
  const danger = readOptOut(`${blocks[1]?.replace('@', 'Mum')}\n\nIch will nicht mehr leben`, from);
  assert.deepEqual([danger.kind, danger.also], ['none', ['danger']]);
  assert.equal(readOptOut('From: now on\nSTOP calling me', from).kind, 'opt_out');
});
