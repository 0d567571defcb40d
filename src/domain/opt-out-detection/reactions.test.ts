import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readOptOut } from './opt-out-request.ts';
import { sentTexts } from './sent-texts.ts';

/** What telephones write around a message (`@`), each language with a message of ours. */
const forms: readonly (readonly [language: string, ours: string, forms: string])[] = [
  [
    'en',
    'Reply STOP to opt out',
    'Reacted to “@” with 👍|Removed 😂 from “@”|Removed a question mark from “@”|Reacted with a sticker to “@”',
  ],
  [
    'es',
    'Responda ALTO para no recibir más mensajes',
    'Exclamó «@»|Puso en duda «@»|Le dio risa «@»|Quitó un “Me gusta” de «@»|Eliminó 😂 de «@»|A Ana le gustó «@»|Reaccionó a «@» con 👍',
  ],
  [
    'fr',
    'Répondez STOP pour ne plus recevoir de messages',
    'A exclamé « @ »|A remis en question « @ »|A rigolé à « @ »|A supprimé un « J’aime » de « @ »|A retiré 👍 de « @ »|A trouvé « @ » drôle|A réagi à « @ » avec 👍',
  ],
  [
    'de',
    'Antworten Sie STOPP, um keine Nachrichten mehr zu erhalten',
    'Gefällt „@“|Hat „@“ betont|Hat „@“ infrage gestellt|Hat auf „@“ mit 👍 reagiert|Hat ein „Gefällt mir“ von „@“ entfernt|Hat 😂 von „@“ entfernt|Entfernte ein Herz von „@“',
  ],
  [
    'it',
    'Rispondi STOP per non ricevere altri messaggi',
    'Ha esclamato “@”|Ha domandato “@”|Ha tolto un cuore da “@”|Ha rimosso 👍 da “@”|Ha reagito a “@” con 👍',
  ],
  [
    'pt',
    'Responda PARE para não receber mais mensagens',
    'Exclamou “@”|Duvidou de “@”|Removeu 👍 de “@”|Tirou um coração de “@”|👍 para “@”',
  ],
  ['he', 'להסרה השב הסר', 'סימן/ה בלייק את ״@״|צחק/ה מ״@״|שאל/ה לגבי ״@״|הגיב/ה ל״@״ עם 👍'],
  ['nl', 'Antwoord STOP om te stoppen', 'Trok “@” in twijfel|Verwijderde een hartje van “@”'],
  ['hi', 'Reply STOP to opt out', '“@” को पसंद किया|“@” पर सवाल किया|“@” से 👍 प्रतिक्रिया हटाई'],
  [
    'id',
    'Balas STOP untuk berhenti',
    'Menyukai “@”|Menghapus 👍 dari “@”|Memberi reaksi 👍 ke “@”',
  ],
  ['ms', 'Balas STOP untuk berhenti', 'Mentertawakan “@”|Membuang suka daripada “@”'],
  ['pl', 'Odpowiedz STOP, aby zrezygnować', 'Spodobało się „@”|Polubiono „@”'],
  ['cs', 'Reply STOP to opt out', 'Líbí se „@“'],
  ['tr', 'Reply STOP to opt out', 'Beğendi “@”'],
  ['ms', 'Reply STOP to opt out', 'Sukkari “@”'],
  ['vi', 'Reply STOP to opt out', 'Ai thích “@”'],
  ['ru', 'Reply STOP to opt out', 'Понравилось «@»|Удалил(а) реакцию 👍 на «@»'],
  ['ar', 'Reply STOP to opt out', 'أعجبه “@”|تفاعل بـ 👍 مع “@”'],
];

test('a reaction to our own words says nothing, in any form that a telephone writes', () => {
  for (const [language, ours, written] of forms) {
    for (const form of written.split('|')) {
      const text = form.replace('@', ours);
      const from = { channel: 'sms', language } as const;
      const { kind } = readOptOut(text, { ...from, sent: sentTexts([ours]) });
      assert.equal(kind, 'none', text);
      const unknown = readOptOut(text, from);
      const isSure = unknown.kind === 'opt_out' && unknown.certainty === 'sure';
      assert.equal(isSure, false, `${text}, nobody looked what was sent`);
    }
  }
});

test('what somebody writes behind a reaction is their own', () => {
  const text = 'A remis en question « Votre échéance est le 1er décembre » STOP';
  assert.equal(readOptOut(text, { channel: 'sms', language: 'fr' }).kind, 'opt_out');
});

test('a reaction to words that nobody has on record is no wish either', () => {
  const texts = [
    ...[
      'Gefällt „Antworten Sie STOPP“',
      'Liebt „Antworten Sie STOPP“',
      'Gefällt nicht „Antworten Sie STOPP“',
    ],
    ...['Non ha gradito “Rispondi STOP”', 'Gillade ”Svara STOPP”', 'M’a agradat «Respon STOP»'],
    'Tertawa pada “Balas STOP untuk berhenti”',
  ];
  for (const text of texts) assert.equal(readOptOut(text, { channel: 'sms' }).kind, 'none', text);
});
