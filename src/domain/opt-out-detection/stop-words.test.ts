import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readOptOut } from './opt-out-request.ts';

const kindOf = (text: string) => {
  const { kind, certainty } = readOptOut(text, { channel: 'sms' });
  return kind === 'opt_out' ? certainty : kind;
};

test('the word for stop is a sure refusal in every language spoken where the packs hold', () => {
  const words = `STOP|ALTO|BAJA|PARAR|BASTA|ARRET|ARRÊT|STOPP|Abmelden|SAIR|הסר|עצור|रोकें|रोको|बंद करें|बंद करो|
    roko|band karo|tigil|TIGIL po|itigil na|ihinto|стоп|СТОП|остановите|прекратите|отписаться|توقف|توقفوا|إيقاف|
    ايقاف|停止|退订|退訂|取消|请停止|berhenti|hentikan|koniec|przestańcie|wypisz mnie|stoppen|afmelden|uitschrijven|
    hou op|misa|yeka|parem|suspender|interromper|desinscrever|fermatevi|smettere|interrompete|annulla|sluta|stoppa|
    avsluta|lopeta|lopettakaa|seis|peruuta|stands|hold op|přestaňte|állj|opriți|σταματήστε|спрете|prestanite|หยุด|থামুন|நிறுத்து|ఆపండి|રોકો|ਰੋਕੋ|روکیں|중지|수신거부|配信停止|dừng|durdur|sispann|стоп пожалуйста`;
  const missed = words.split(/\|\s*/).filter((word) => kindOf(word) !== 'sure');
  assert.deepEqual(missed, []);
});

test('stanna, stoppa and Aus are refusals as whole messages', () => {
  for (const text of ['stanna', 'Stoppa', 'Aus', 'AUS!']) {
    assert.equal(readOptOut(text, { channel: 'sms' }).kind, 'opt_out', text);
  }
  assert.equal(readOptOut('Ich bin aus Berlin', { channel: 'sms' }).kind, 'none');
});

test('short forms of the word for stop, and a plain wish to be left alone, are heard', () => {
  const asked = ['Stop2End', 'cancela', 'I dont want these', 'Laat me met rust'];
  assert.deepEqual(
    asked.filter((text) => kindOf(text) === 'none'),
    [],
  );
});

test('who asks in a sentence not to be called is heard in these languages', () => {
  const asked = [
    'больше не звоните мне',
    'перестаньте мне писать',
    'لا تتصلوا بي',
    'توقفوا عن الاتصال بي',
    '请不要再打电话给我',
    '別再聯絡我',
    'nie dzwońcie do mnie',
    'przestańcie dzwonić',
    'bel me niet meer',
    'stop met bellen',
    'huwag na kayong tumawag',
    'tigilan nyo na ako',
    'मुझे कॉल मत करो',
    'फोन करना बंद करो',
    'sluta ringa mig',
    'ring mig inte mer',
    'älkää soittako minulle',
    'lopettakaa soittaminen',
    'ring ikke til mig',
    'nevolejte mi',
    'ne hívjanak többet',
    'nu mă mai sunați',
  ];
  assert.deepEqual(
    asked.filter((text) => kindOf(text) === 'none'),
    [],
  );
});

test('what only looks like one in these languages asks for nothing', () => {
  const texts = [
    'позвоните завтра',
    'я заплачу в пятницу',
    'سأدفع غدا',
    '我明天付款',
    'zapłacę jutro',
    'jag betalar på fredag',
    'maksan huomenna',
    'te pago mañana, para el lunes seguro',
    'sai, pago domani',
  ];
  const more = ['ik betaal morgen', 'magbabayad ako bukas', 'मैं कल भुगतान करूंगा', 'saya bayar esok'];
  assert.deepEqual(
    [...texts, ...more].filter((text) => kindOf(text) !== 'none'),
    [],
  );
});
