import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scopeWord } from '../closing.ts';
import { readOptOut } from '../opt-out-request.ts';

type Said = readonly [language: string, text: string];

const read = ([language, text]: Said) =>
  readOptOut(text, { channel: 'sms', language, names: ['Pat Doe'] });

const statements = {
  deceased: [
    ['en', 'Pat Doe died last week'],
    ['en', 'My husband Pat passed away'],
    ['en', 'I am the executor of the estate'],
    ['es', 'Pat Doe falleció en mayo'],
    ['es', 'soy el albacea'],
    ['fr', 'Pat Doe est décédé'],
    ['fr', "je suis l'exécuteur testamentaire"],
    ['de', 'Pat Doe ist leider verstorben'],
    ['de', 'Ich bin der Testamentsvollstrecker'],
    ['pt', 'Pat Doe faleceu'],
    ['pt', 'sou o inventariante'],
    ['it', 'Pat Doe è morto'],
    ['it', "sono l'esecutore testamentario"],
    ['nl', 'Pat Doe is overleden'],
    ['nl', 'ik ben de executeur'],
    ['he', 'Pat Doe נפטר'],
    ['he', 'אני מנהל העזבון'],
    ['sv', 'Pat Doe är död'],
    ['da', 'Pat Doe er død'],
    ['no', 'Pat Doe er død'],
    ['pl', 'Pat Doe nie żyje'],
    ['ru', 'Pat Doe умер'],
    ['uk', 'Pat Doe помер'],
    ['id', 'Pat Doe sudah meninggal'],
    ['tl', 'patay na po si Pat Doe'],
    ['hi', 'Pat Doe का निधन हो गया'],
    ['ar', 'توفي Pat Doe'],
    ['tr', 'Pat Doe vefat etti'],
    ['ro', 'Pat Doe a murit'],
  ],
  bankruptcy: [
    ['en', 'I am in an IVA'],
    ['en', 'I entered breathing space'],
    ['en', 'I am insolvent'],
    ['es', 'estoy en concurso de acreedores'],
    ['fr', 'je suis en surendettement'],
    ['de', 'Ich bin in Privatinsolvenz'],
    ['pt', 'estou insolvente'],
    ['it', 'sono fallito'],
    ['nl', 'ik ben failliet'],
    ['nl', 'ik zit in de WSNP'],
    ['he', 'אני בפשיטת רגל'],
    ['sv', 'jag är i personlig konkurs'],
    ['da', 'jeg er gået konkurs'],
    ['no', 'jeg har gjeldsordning'],
    ['pl', 'ogłosiłem upadłość'],
    ['cs', 'jsem v insolvenci'],
    ['ro', 'sunt în insolvență'],
    ['ru', 'я банкрот'],
    ['uk', 'я банкрут'],
    ['id', 'saya pailit'],
    ['ms', 'saya muflis'],
    ['tl', 'bangkarote na ako'],
    ['hi', 'मैं दिवालिया हूँ'],
    ['ar', 'أنا مفلس'],
    ['tr', 'iflas ettim'],
  ],
  coerced_debt: [
    ['en', 'My ex forced me to sign the loan'],
    ['en', 'I was threatened into taking the loan'],
    ['es', 'mi marido me obligó a firmar'],
    ['fr', "il m'a obligée à signer"],
    ['de', 'Mein Mann hat mich gezwungen'],
    ['pt', 'meu marido me obrigou a assinar'],
    ['it', 'mi ha costretta a firmare'],
    ['nl', 'hij heeft me gedwongen'],
    ['he', 'הוא הכריח אותי לחתום'],
    ['id', 'saya dipaksa'],
    ['tl', 'pinilit niya ako'],
    ['hi', 'मुझे मजबूर किया गया'],
    ['pl', 'mąż zmusił mnie'],
    ['ru', 'муж заставил меня'],
    ['ar', 'زوجي أجبرني'],
  ],
  wrong_person: [
    ['en', "I don't know any Pat Doe"],
    ['en', 'Pat Doe moved out'],
    ['es', 'no conozco a Pat Doe'],
    ['fr', 'je ne connais pas Pat Doe'],
    ['de', 'Ich kenne keine Pat Doe'],
    ['pt', 'não conheço Pat Doe'],
    ['it', 'non conosco Pat Doe'],
    ['nl', 'ik ken geen Pat Doe'],
    ['he', 'אני לא מכיר את Pat Doe'],
    ['id', 'salah sambung'],
    ['tl', 'hindi ko kilala si Pat Doe'],
    ['hi', 'गलत नंबर'],
    ['sv', 'känner ingen Pat Doe'],
    ['pl', 'nie znam Pat Doe'],
    ['ru', 'вы ошиблись номером'],
    ['en', 'Pat Doe does not live here'],
    ['de', 'hier gibt es keine Pat Doe'],
  ],
  inconvenient_time: [
    ['en', 'Please do not call me at work'],
    ['en', 'call me after 5pm only'],
    ['es', 'no me llame al trabajo'],
    ['fr', "ne m'appelez pas au travail"],
    ['de', 'Bitte nicht bei der Arbeit anrufen'],
    ['pt', 'não me ligue no trabalho'],
    ['it', 'non chiamatemi al lavoro'],
    ['nl', 'bel me niet op mijn werk'],
    ['he', 'אל תתקשרו אליי לעבודה'],
  ],
  paid: [
    ['en', 'I paid'],
    ['en', 'I already paid this'],
    ['en', 'I have paid it'],
    ['es', 'ya pagué'],
    ['es', 'yo pagué eso'],
    ['fr', "j'ai payé"],
    ['fr', "j'ai déjà payé"],
    ['de', 'Ich habe schon bezahlt'],
    ['de', 'ich habe bezahlt'],
    ['pt', 'já paguei'],
    ['it', 'ho già pagato'],
    ['nl', 'ik heb al betaald'],
    ['he', 'שילמתי'],
    ['id', 'sudah saya bayar'],
    ['tl', 'nagbayad na po ako'],
    ['hi', 'मैंने भुगतान कर दिया'],
    ['ru', 'я уже заплатил'],
    ['pl', 'już zapłaciłem'],
    ['ar', 'لقد دفعت'],
    ['tr', 'ödedim'],
    ['sv', 'jag har redan betalat'],
  ],
} as const satisfies Readonly<Record<string, readonly Said[]>>;

for (const [what, said] of Object.entries(statements)) {
  test(`${what} is heard in every language of its table, and asks for nothing else`, () => {
    for (const one of said) {
      const { kind, also } = read(one);
      assert.deepEqual([kind, also], ['none', [what]], one.join(': '));
    }
  });
}

test('who denies something, or says that it is still to come, tells nothing', () => {
  const denials: readonly Said[] = [
    ['en', 'Pat Doe is not dead'],
    ['en', 'I am not the executor'],
    ['de', 'Pat Doe ist nicht gestorben'],
    ['en', 'I am not in an IVA'],
    ['en', "I'm not bankrupt"],
    ['de', 'Ich bin nicht insolvent'],
    ['es', 'no estoy en bancarrota'],
    ['fr', 'je ne suis pas en faillite'],
    ['pt', 'não estou insolvente'],
    ['it', 'non sono fallito'],
    ['nl', 'ik ben niet failliet'],
    ['he', 'אני לא בפשיטת רגל'],
    ['ru', 'я не банкрот'],
    ['pl', 'nie jestem bankrutem'],
    ['sv', 'jag är inte i konkurs'],
    ['tr', 'iflas etmedim'],
    ['ar', 'لست مفلس'],
    ['id', 'saya tidak pailit'],
    ['en', 'nobody forced me to sign'],
    ['en', 'he did not force me to sign'],
    ['de', 'Mein Mann hat mich nicht gezwungen'],
    ['nl', 'hij heeft me niet gedwongen'],
    ['en', 'I will pay Friday'],
    ['en', 'I have not paid'],
    ['en', 'once I paid my rent I will pay you'],
    ['en', 'I got paid today'],
    ['es', 'no pagué'],
    ['fr', "je n'ai pas payé"],
    ['he', 'לא שילמתי'],
    ['de', 'ich habe noch nicht bezahlt'],
    ['it', 'non ho pagato'],
    ['pt', 'não paguei'],
    ['nl', 'ik heb niet betaald'],
    ['pl', 'nie zapłaciłem'],
    ['ru', 'я не заплатил'],
    ['en', 'I know Pat Doe'],
  ];
  for (const one of denials) assert.deepEqual(read(one).also, [], one.join(': '));
});

test('the death of somebody else is no death of the customer, and a person looks', () => {
  const deaths: readonly Said[] = [
    ['en', 'My brother died'],
    ['en', 'my best friend passed away'],
    ['en', 'the funeral of my sister is tomorrow'],
    ['es', 'murió mi hermano'],
    ['fr', 'mon frère est mort'],
    ['de', 'Mein Bruder ist gestorben'],
    ['pt', 'meu irmão morreu'],
    ['it', 'è morto mio fratello'],
    ['nl', 'mijn broer is overleden'],
    ['he', 'אחי נפטר'],
  ];
  for (const one of deaths) {
    assert.deepEqual(read(one).also, ['health'], one.join(': '));
    assert.equal(scopeWord(read(one)), 'health');
  }
  assert.deepEqual(read(['en', 'My brother Pat Doe died']).also, ['deceased']);
});

test('a debt said to be paid closes contact until somebody has looked', () => {
  assert.equal(scopeWord(read(['he', 'שילמתי'])), 'paid');
  assert.equal(scopeWord(read(['en', 'I paid. I dispute this'])), 'dispute');
  assert.equal(scopeWord(read(['en', 'I already paid, stop texting me'])), 'all');
});
