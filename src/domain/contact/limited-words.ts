import { languageCode, plainLetters } from '#domain/gate/debt-words.ts';

/**
 * All the words of which a limited-content message may be made (12 CFR 1006.2(j)): a greeting, who
 * calls from where, the request to call back, whom to ask for, days and times. None of them can say
 * why. A word that is not here makes it another message.
 */
const allowed: Readonly<Record<string, string>> = {
  en: `hello hi good morning afternoon evening day this is my name i am m im we are from of at with here
    for calling called call calls phone telephone ring back return reply please kindly could can would you
    your me us our on the a an to and or any time times anytime today tomorrow between until till pm
    oclock o clock noon monday tuesday wednesday thursday friday saturday sunday january february march
    april may june july august september october november december thank thanks very much goodbye bye mr
    mrs ms speak talk ask number message again available hours date representative representatives
    associate associates colleague colleagues another will be in`,
  es: `hola buenos buenas dias tardes noches soy somos es habla le hablo llamo llama llamamos de desde por
    favor llamenos llameme llamar llame llamarme llamarnos devuelva devuelvame devuelvanos la llamada al a
    en el numero telefono gracias muchas adios hoy manana lunes martes miercoles jueves viernes sabado
    domingo entre hasta las los y o hora horas cualquier momento puede podria usted con mi nombre un una
    mensaje senor senora del mi nos me enero febrero marzo abril mayo junio julio agosto septiembre octubre
    noviembre diciembre representante`,
  he: `שלום בוקר טוב ערב צהריים צהרים מדבר מדברת זה זאת כאן שמי אני אנחנו מ מאת של נא בבקשה אנא להתקשר
    תתקשר תתקשרי תתקשרו התקשר התקשרי התקשרו לחזור חזרו חזור חזרי אליי אלי אלינו ל למספר מספר בטלפון לטלפון
    טלפון תודה רבה להתראות היום מחר בין עד שעה בשעה השעה בשעות יום ביום ראשון שני שלישי רביעי חמישי שישי
    שבת ב אפשר לי לנו בכל עת זמן נציג נציגה`,
  de: `guten tag morgen abend hallo hier ist spricht mein name von vom der die das bei bitte rufen rufe
    sie mich uns an zuruck zuruckrufen ruckruf unter nummer telefonnummer danke vielen dank auf wiederhoren
    heute montag dienstag mittwoch donnerstag freitag samstag sonntag zwischen und oder bis uhr um
    jederzeit ich bin wir sind bitten konnen konnten einen eine zeit am im herr frau zu erreichen erreichbar
    telefonisch`,
  fr: `bonjour bonsoir ici c est je suis nous sommes de la le les du chez merci bien vouloir me rappeler
    rappelez appeler appelez moi au a numero telephone s il vous plait beaucoup revoir aujourd hui demain
    lundi mardi mercredi jeudi vendredi samedi dimanche entre et ou jusqu heures heure h tout moment pouvez
    pourriez votre appel mon nom en un une l d j rappel monsieur madame`,
  it: `buongiorno buonasera salve sono qui parla da di del della la mi ci richiami richiamare chiami
    chiamare chiamarmi chiamarci richiamarmi richiamarci per favore cortesia prego al numero il grazie mille
    arrivederci oggi domani lunedi martedi mercoledi giovedi venerdi sabato domenica tra fra e o fino alle
    dalle ore ora qualsiasi momento puo potrebbe mio nome telefono un una a i signor signora`,
  pt: `ola bom dia boa tarde noite aqui fala quem e sou do da de a o por favor ligue ligar retorne retornar
    liga me nos para no numero telefone obrigado obrigada hoje amanha segunda terca quarta quinta sexta
    feira sabado domingo entre ou ate as horas hora qualquer momento pode poderia meu nome chamada ligacao
    minha um uma senhor senhora volta`,
  nl: `hallo goedemorgen goedemiddag goedenavond goedendag u spreekt met dit is ik ben wij zijn van bij
    mijn naam bel belt bellen mij me ons terug terugbellen op het nummer telefoonnummer de dank bedankt
    alvast wel tot ziens horens vandaag morgen maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
    tussen en of uur om elk moment kunt zou willen alstublieft graag een te`,
};

const words: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(allowed).map(([language, list]) => [
    language,
    new Set(plainLetters(list).split(/\s+/)),
  ]),
);

/** An hour, a time or a day of the month; an amount or a reference is longer. */
const hour = /(?<![\d.,])\d{1,2}(?:[:.h]\d{2})?(?![\d.,]\d|\d)(?: ?[ap]\.?m\b\.?)?/giu;
const unspoken = /[\s.,;:!?¡¿'’"()׳״-]+/gu;

/**
 * What words say beyond a limited-content message: each word that is none of its parts, and each
 * sign. Null for a language that we cannot read. The names and numbers that are filled in are left
 * out before.
 */
export function wordsBeyond(text: string, language: string): readonly string[] | null {
  const known = words.get(languageCode(language));
  if (!known) return null;
  const rest = plainLetters(text.replace(hour, ' ')).replace(unspoken, ' ');
  return [...new Set(rest.split(' '))].filter((word) => word !== '' && !known.has(word));
}
