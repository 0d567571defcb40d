import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allWordings } from '../languages.ts';
import { readOptOut } from '../opt-out-request.ts';
import { dangerLanguages } from './danger.ts';

const read = (text: string, language: string | null = null) =>
  readOptOut(text, { channel: 'sms', language, names: ['Pat Doe'] });

const inDanger: readonly (readonly [language: string, ...texts: string[]])[] = [
  [
    'en',
    ...[
      'I want to kill myself',
      "I don't want to live anymore",
      'I want to end my life',
      "I can't go on",
    ],
    ...[
      'I want it all to stop, I want to die',
      'end it all',
      "I'm going to end it",
      'I feel suicidal',
    ],
    ...['My husband will kill me', 'he beats me', 'I wish I was dead', 'no reason to live'],
  ],
  [
    'es',
    ...[
      'quiero morirme',
      'no quiero vivir más',
      'ya no quiero vivir',
      'me voy a matar',
      'quiero suicidarme',
    ],
    ...['no puedo más', 'mi marido me pega', 'no tengo ganas de vivir'],
  ],
  [
    'de',
    ...[
      'Ich will nicht mehr leben',
      'Ich bringe mich um',
      'Ich will sterben',
      'Ich kann nicht mehr',
    ],
    ...['Ich möchte nicht mehr leben', 'Ich denke an Selbstmord', 'ich nehme mir das Leben'],
  ],
  [
    'fr',
    'je veux mourir',
    'Je ne veux plus vivre',
    'je vais me tuer',
    'je pense au suicide',
    "j'en peux plus",
  ],
  ['pt', 'quero morrer', 'não quero mais viver', 'vou me matar', 'não aguento mais viver'],
  ['it', 'voglio morire', 'mi ammazzo', 'non voglio più vivere', 'la faccio finita'],
  ['nl', 'ik wil dood', 'ik wil niet meer leven', 'ik pleeg zelfmoord', 'ik maak mezelf van kant'],
  ['he', 'אני רוצה למות', 'לא רוצה לחיות יותר', 'אני אתאבד', 'אני אהרוג את עצמי'],
  ['hi', 'मैं मरना चाहता हूँ', 'मैं आत्महत्या कर लूंगा', 'मैं जीना नहीं चाहती'],
  ['id', 'saya mau mati', 'saya mau bunuh diri', 'tidak mau hidup lagi'],
  ['ms', 'saya nak mati', 'saya tak mahu hidup lagi'],
  ['tl', 'ayoko nang mabuhay', 'gusto ko nang mamatay', 'magpapakamatay ako'],
  ['ru', 'я хочу умереть', 'не хочу больше жить', 'покончу с собой'],
  ['uk', 'хочу померти', 'не хочу жити'],
  ['pl', 'chcę umrzeć', 'nie chcę już żyć', 'zabiję się'],
  ['ar', 'أريد أن أموت', 'سأقتل نفسي'],
  ['tr', 'ölmek istiyorum', 'yaşamak istemiyorum', 'intihar edeceğim'],
  ['zh', '我想死', '不想活了', '我要自杀'],
  ['ja', '死にたい', '自殺します'],
  ['ko', '죽고 싶어요', '자살'],
  ['vi', 'tôi muốn chết', 'tôi muốn tự tử'],
  ['th', 'อยากตาย', 'ฆ่าตัวตาย'],
  ['sv', 'jag vill dö', 'jag vill inte leva längre', 'självmord'],
  ['da', 'jeg vil dø', 'jeg vil ikke leve mere', 'selvmord'],
  ['no', 'jeg vil dø', 'jeg orker ikke leve', 'ta livet av meg'],
  ['fi', 'haluan kuolla', 'en halua enää elää'],
  ['cs', 'chci umřít', 'nechci už žít'],
  ['sk', 'chcem zomrieť', 'nechcem žiť'],
  ['hu', 'meg akarok halni', 'megölöm magam', 'öngyilkos leszek'],
  ['ro', 'vreau să mor', 'mă omor'],
  ['el', 'θέλω να πεθάνω', 'θα αυτοκτονήσω'],
  ['bg', 'искам да умра', 'ще се убия'],
  ['hr', 'želim umrijeti', 'ubit ću se'],
  ['sl', 'hočem umreti', 'ubil se bom'],
  ['et', 'tahan surra', 'tapan ennast'],
  ['lv', 'gribu mirt', 'negribu dzīvot'],
  ['lt', 'noriu mirti', 'nenoriu gyventi'],
  ['mt', 'irrid immut'],
  ['is', 'ég vil deyja'],
  ['ga', 'féinmharú'],
  ['cy', 'dwi eisiau marw'],
  ['ur', 'میں مرنا چاہتا ہوں'],
  ['bn', 'আমি মরতে চাই'],
  ['mr', 'मला मरायचं आहे'],
  ['ta', 'தற்கொலை'],
  ['te', 'ఆత్మహత్య'],
  ['gu', 'આત્મહત્યા'],
  ['kn', 'ಆತ್ಮಹತ್ಯೆ'],
  ['ml', 'ആത്മഹത്യ'],
  ['pa', 'ਖੁਦਕੁਸ਼ੀ'],
  ['zu', 'ngifuna ukufa'],
  ['xh', 'ndifuna ukufa'],
  ['st', 'ke batla ho shwa'],
  ['af', 'ek wil nie meer lewe nie', 'selfmoord'],
  ['am', 'መሞት እፈልጋለሁ'],
  ['ht', 'mwen vle mouri'],
];

test('words of suicide and danger are read as such in every language, and never as a wish to be left alone', () => {
  for (const [language, ...texts] of inDanger) {
    for (const text of texts) {
      const { kind, also, understood } = read(text, language);
      assert.deepEqual([kind, also.includes('danger'), understood], ['none', true, true], text);
      assert.ok(read(text).also.includes('danger'), `${text} in an unknown language`);
    }
  }
});

test('every language in which wishes are read has words of danger, each tried here', () => {
  const tried = new Set(inDanger.map(([language]) => language));
  const languages = new Set(allWordings.map(({ language }) => language));
  assert.deepEqual(
    [...languages].filter((one) => !tried.has(one)),
    [],
  );
  // Malay is read from the words of Indonesian.
  const listed = new Set([...dangerLanguages, 'ms']);
  assert.deepEqual(
    [...languages].filter((one) => !listed.has(one)),
    [],
  );
});

test('a wish beside words of danger is obeyed, looked at, and told with them', () => {
  for (const text of ['STOP. I want to kill myself', 'Stop calling me or I will kill myself']) {
    const { kind, also } = read(text);
    assert.deepEqual([kind, also.includes('danger')], ['opt_out', true], text);
  }
});

test('what may be meant of life as of messages is obeyed and looked at, in every full language', () => {
  const texts = [
    'Ich will nicht mehr',
    'No quiero más',
    'Je ne veux plus',
    'Não quero mais',
    'Non voglio più',
  ];
  for (const text of [...texts, 'Ik wil niet meer', 'לא רוצה יותר']) {
    const { kind, certainty } = read(text);
    assert.deepEqual([kind, certainty], ['opt_out', 'unsure'], text);
  }
});

test('everyday talk with the same words tells of no danger', () => {
  const texts = [
    ...[
      'My phone died',
      'my battery is dead',
      'I do not live here',
      "I can't go on Monday",
      'I will pay',
    ],
    ...[
      'Mein Handy ist tot',
      'Ich kann nicht mehr zahlen als 50',
      'the deal is dead',
      'see you in Killarney',
    ],
    ...['no vivo aquí', 'ich wohne nicht mehr hier', 'je ne vis plus ici', 'non abito più qui'],
  ];
  for (const text of texts) assert.ok(!read(text).also.includes('danger'), text);
});
