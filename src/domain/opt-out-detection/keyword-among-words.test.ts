import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readOptOut } from './opt-out-request.ts';

const listed = (texts: string) => texts.split(/\|\s*/);
const kindOf = (text: string) => readOptOut(text, { channel: 'sms' }).kind;

test('a keyword that ends, begins or stands apart in a longer message is a wish', () => {
  const texts = `
    not interested, stop|I have a lawyer, stop|my husband died, stop|I already paid, stop|
    Wrong person, stop|WRONG PERSON STOP|I'm not Pat, stop|j'ai déjà payé, stop|
    mauvais numéro, stop|número errado, parar|HALT|Verpiss dich|I am at work STOP|
    not interested - stop|not interested – stop|not interested—stop|wrong person\nstop|
    wrong person 🙄 stop|Wrong person 😡 unsubscribe|wrong person 🛑|stop, I have a lawyer|
    cancel, I have a lawyer|quit - I have a lawyer|arrêt, j'ai un avocat|j'ai un avocat, arrêt|
    j'ai un avocat ARRET|tengo abogado, alto|alto, tengo abogado|tengo abogado - baja|
    número equivocado BAJA|falsche Nummer, stopp|falsche Nummer stopp|ho un avvocato, basta|
    basta, ho un avvocato|tenho advogado, sair|parar, tenho advogado|número errado parar|
    mauvais numero stop|יש לי עורך דין, הסר|הסר, יש לי עורך דין|ошиблись номером, стоп|打错了，停止|
    رقم خاطئ، توقف|salah nomor, berhenti|nomor salah - hentikan|galat number, band karo|
    verkeerd nummer, afmelden|zły numer, koniec|wrong person, quit|wrong person, end|
    wrong person, revoke|wrong person, opt out|wrong person, cancel|wrong person, stop please|
    wrong person, please stop now|I paid, remove me|wrong person, sotp|wrong person sotp|
    wrong person stop thanks|I have a lawyer. Cancel.|wrong person, fuck off|leck mich|Hau ab|
    I paid, stop, thanks|I paid / stop|I paid (stop)|"wrong person, stop"|i have a lawyer stop|
    my husband died stop|I am at work CANCEL|wrong person, unsubscribe|stop - I paid|
    stop🙏I paid|STOP, YOU HAVE THE WRONG PERSON|YOU HAVE THE WRONG PERSON, UNSUBSCRIBE|
    CANCEL, WRONG PERSON|WRONG PERSON CANCEL|wrong person unsubscribe|wrong number quit|
    Stop: wrong person|I'm at the bus stop, stop|wrong person end|
    I have a lawyer, stop calling me|I paid it stop|I paid it STOP|so do I STOP|
    wrong person, go away|I am at work stop|I live at no such place STOP|
    My husband is dead Stop`;
  const missed = listed(texts.trim()).filter((text) => kindOf(text) !== 'opt_out');
  assert.deepEqual(missed, []);
});

test('the same words in everyday talk ask for nothing', () => {
  const texts = `
    the bus stop is near|I can't stop thinking about it|we stopped by|non-stop|
    Please don't stop the plan|pit stop|I'll stop by the office|It rains non-stop, sorry|
    I'm at the bus stop, will call later|I get off at this stop|I cant stop now, driving|
    I'll pay, then I stop by the bank|Monday, end of month|I quit my job, will pay in May|
    the interest has to be paid, when does it end|Please don't stop, the plan works|
    I am on my way, next stop is yours|A quick stop, then home|we had a lunch stop|
    I was waiting at the tram stop|Full stop.|it was a non stop|I will not stop|
    stop by the office, I'll pay|estoy enfermo, para pagar el lunes|
    el precio es muy alto, no puedo|estoy de baja médica, pagaré el lunes|
    vou sair de férias, pago depois|non mi basta, pago venerdì|das ist halt so, ich zahle|
    ich zahle, bis Ende des Monats|je suis en arrêt de travail, je paie lundi|
    à la fin du mois, je paie|When I'm at work, don't call|if I can, I'll pay|
    I'm paying, don't worry|Hi, can I pay Friday?|ok, thanks|no, thanks|yes, please|Sí, gracias|
    no, gracias|I paid it already, thanks|my husband died|I have a lawyer|
    lo siento, no puedo pagar más|voy a salir, pago mañana|tengo que parar en el banco|
    ich kann nicht, ich bin krank|I bought it at the shop, 20 dollars, no more|TD Bank|
    my bank is TD|Bank, TD|I have cancer, will pay|My wife is in HOSPITAL|I live in END street|
    I can pay, maybe, at the end|the payment will stop, right|the payments stop|
    you asked me, I'll pay|I can pay 20, not more|hi - can you call tomorrow|
    tomorrow, please call|pare o débito|pare o débito, por favor|אני בתחנה, אשלם מחר|
    זה יקר, אין לי די כסף|mi abuela murió, estoy en misa|I'd like to quit smoking, stressful|
    I hate my job, I want to quit|will pay, got to go, at a rest stop|my last stop is the bank|
    Where do I stop?|non-stop, sorry|I'm busy, call tomorrow|estoy ocupado, llámeme mañana|
    no voy a parar|não consigo parar|I don't want it to stop|Can I cancel my plan, please?|
    the fees stop|one-stop shop|I don't have a lawyer|no tengo abogado|Where is the stop|
    I love it, never stop|he told the bus to stop, I fell|I saw a sign, STOP sign, there|
    Reply STOP to opt out|Pay by 1 Dec, reply STOP to opt out|
    Your plan: pay 20. Text STOP to end, HELP for help|Msg&data rates apply, STOP to end|
    ok, will do, stop by Friday|ich bin halt müde|Please DON’T STOP|Please reply STOP|
    Please Reply "STOP"|you can also text STOP.|it has to be paid before I make it stop|
    after work stop|The train came to a halt|pagaré todo, no más tarde del lunes`;
  const wrong = listed(texts.trim()).filter((text) => kindOf(text) !== 'none');
  assert.deepEqual(wrong, []);
});

test('such a wish is looked at, and what else is said with it is told', () => {
  const told = (text: string) => {
    const { certainty, scope, medium, also } = readOptOut(text, { channel: 'sms' });
    return [certainty, scope, medium, ...also].join(' ');
  };
  for (const text of `I have a lawyer, stop|j'ai un avocat, arrêt|tengo abogado, alto|
    ho un avvocato, basta|tenho advogado, parar|ich habe einen Anwalt, stopp|
    יש לי עורך דין, הסר`.split(/\|\s*/)) {
    assert.equal(told(text), 'unsure address sms attorney', text);
  }
  assert.equal(told('WRONG PERSON STOP'), 'unsure address sms wrong_person');
  assert.equal(told('I already paid, stop'), 'unsure address sms paid');
  for (const text of ["I don't have a lawyer", 'no tengo abogado', 'não tenho advogado']) {
    assert.deepEqual(readOptOut(text, { channel: 'sms' }).also, [], text);
  }
});
