import type { ConsentSheetField } from './fields.ts';

/** What files of consents call their fields, parted by bars, as `synonyms` has them. */
export const consentSynonyms: Readonly<
  Record<Exclude<ConsentSheetField, 'customerReference'>, string>
> = {
  consentKind: `
    consent kind | consent type | consent | kind of consent | permission | tipo consentimiento |
    tipo de consentimiento | consentimiento | einwilligung | art der einwilligung |
    consentement | type de consentement | סוג הסכמה | הסכמה`,
  consentPoint: `
    consent point | point | contact point | phone or email | number or address | address |
    phone | phone number | email | e mail | telefono o correo | medio | kontakt | nummer |
    coordonnee | טלפון או דואל`,
  consentAccounts: `
    consent accounts | accounts | account | account number | account reference | scope | debts |
    cuentas | cuenta | konten | konto | comptes | compte | חשבונות`,
  givenOn: `
    given on | given | date given | given date | opt in date | fecha otorgado | otorgado |
    erteilt am | donne le | ניתן בתאריך`,
  receivedOn: `
    received on | received | date received | consent date | date | fecha | fecha recibido |
    recibido | eingegangen am | datum | recu le | התקבל בתאריך`,
  consentUntil: `
    consent until | valid until | expires | expires on | expiry | expiry date | until | vence |
    valido hasta | gultig bis | valable jusqu au | בתוקף עד`,
  revokedOn: `
    revoked on | revoked | revocation date | withdrawn on | withdrawn | opt out date | revocado |
    fecha revocacion | widerrufen am | revoque le | בוטל בתאריך`,
  revokedVia: 'revoked via | revoked how | revocation channel | revocado por | widerrufen per',
  givenTo: 'given to | collector | given to collector | otorgado a | erteilt an | donne a',
  consentVia: `
    consent via | via | how | given how | method | obtained by | obtained via | medio obtencion |
    como | erteilt per | weg | moyen | אופן`,
  consentWords:
    'consent words | words | wording | text | texto | palabras | wortlaut | texte | נוסח',
  consentSource: 'consent source | source | fuente | origen | quelle | מקור',
  consentEvidence: `
    consent evidence | evidence | proof | reference | evidence reference | prueba | nachweis |
    beleg | preuve | אסמכתא`,
  consentDays: 'consent days | only on | days | dates | dias | tage | jours | ימים',
  consentWeekdays: 'consent weekdays | weekdays | dias semana | wochentage | jours semaine',
  consentFrom: 'consent from | from | from time | time from | desde | von | de | משעה',
  consentTo: 'consent to | to | to time | time to | hasta | bis | a | עד שעה',
  consentPlace: 'consent place | place | lugar | ort | lieu | מקום',
  consentPerson: 'consent person | person | third party | persona | personne | אדם',
  consentChannels: `
    consent channels | channels | authorised channels | authorized channels | canales |
    canales autorizados | kanale | canaux | ערוצים`,
  duringConversation: `
    during conversation | during compliant communication | in conversation | en conversacion`,
  notEmployerAddress: `
    not employer address | affirmed not employer | not employer | personal address`,
  numberCheckedOn: `
    number checked on | reassigned checks | reassigned number checks | rnd checks`,
};
