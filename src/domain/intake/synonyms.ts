import { abroadSynonyms } from './abroad-synonyms.ts';
import { consentSynonyms } from './consent-synonyms.ts';
import type { Field } from './fields.ts';
import { furtherSynonyms } from './further-synonyms.ts';
import { wordsOf } from './header-words.ts';
import { moreSynonyms } from './more-synonyms.ts';
import { programSynonyms } from './program-synonyms.ts';

// Parted by bars; the words are written as `wordsOf` leaves them.
const listed: Readonly<Record<Field, string>> = {
  customerReference: `
    customer reference | customer id | customer | customer number | customer no |
    customer ref | customer code | client id | client | client number | debtor id |
    debtor number | member id | cliente id | id cliente | numero cliente | codigo cliente |
    cliente | kundennummer | kunden nr | kunde | numero client | code client | מספר לקוח |
    לקוח`,
  customerKind: 'customer kind | customer type | party type | tipo cliente | kundenart | סוג לקוח',
  name: `
    name | full name | customer name | client name | debtor name | account name | company |
    company name | nombre completo | nombre cliente | razon social | firma | kundenname |
    raison sociale | nom complet | שם | שם מלא | שם לקוח`,
  givenName: 'given name | first name | forename | nombre | vorname | prenom | שם פרטי',
  familyName: `
    family name | last name | surname | apellido | apellidos | nachname | nom |
    nom de famille | שם משפחה`,
  language: 'language | lang | locale | idioma | sprache | langue | שפה',
  birthDate: `
    birth date | date of birth | dob | birthday | fecha nacimiento | fecha de nacimiento |
    geburtsdatum | date de naissance | תאריך לידה`,
  country: 'country | country code | pais | land | pays | מדינה | ארץ',
  region: 'region | state | province | county | estado | provincia | bundesland',
  city: 'city | town | ciudad | localidad | ort | stadt | ville | עיר',
  postalCode: `
    postal code | postal | postcode | zip | zip code | post code | codigo postal | cod postal |
    cp | c p | cap | cep | codigo de enderecamento postal | pin code | pincode | eircode |
    postnummer | plz | postleitzahl | code postal | customer zip | customer postcode |
    customer postal code | billing zip | mailing zip | home zip | postal zip | zip postal code |
    direccion cp | cp direccion | adresse plz | מיקוד`,
  street: `
    street | address | street address | address 1 | address line 1 | direccion | calle |
    domicilio | strasse | adresse | anschrift | rue | כתובת | רחוב`,
  confirmedZone: `
    confirmed zone | confirmed time zone | verified time zone | confirmed timezone | zona horaria confirmada |
    bestatigte zeitzone | fuseau horaire confirme | אזור זמן מאומת`,
  zone: 'time zone | timezone | tz | zone | zona horaria | zeitzone | fuseau horaire',
  accountReference: `
    account reference | account | account id | account number | account no | acct | acct no |
    loan id | loan number | contract | contract number | contract id | policy number | id |
    reference | cuenta | numero cuenta | numero de cuenta | contrato | konto | kontonummer |
    vertragsnummer | compte | numero compte | contrat | חשבון | מספר חשבון`,
  product: `
    product | product name | account type | service | plan | producto | produkt | produit |
    מוצר`,
  debtType: 'debt type | kind of debt | debt kind | clase de deuda | tipo de deuda | schuldart',
  studentAccountGroup: 'student account group | student loan group | loan group',
  limitationOn: `
    limitation on | limitation date | statute of limitations date | sol date | time barred on |
    fecha prescripcion | fecha de prescripcion | verjahrt am | verjahrungsdatum`,
  openedOn: `
    opened on | opened | open date | account opened | start date | fecha apertura |
    fecha alta | eroffnet am`,
  originalAmount: `
    original amount | amount at origination | original balance | original principal |
    amount financed | loan amount | importe inicial | importe original | monto original |
    ursprungsbetrag | darlehensbetrag | montant initial | סכום מקורי`,
  renewedOn: `
    renewed on | renewal date | last renewed | assigned on | assignment date | sold on |
    sale date of debt | fecha renovacion | fecha de cesion | fecha cesion | abtretungsdatum`,
  firstCommunicationOn: `
    first communication | first contact | first contact date | first notice | validation notice |
    primera comunicacion | primer contacto | erstkontakt`,
  originalCreditor: `
    original creditor | orig creditor | original creditor name | orig creditor name | original lender |
    originator | acreedor original | entidad original | ursprungsglaubiger | ursprunglicher glaubiger |
    creancier d origine | credor original | creditore originario | oorspronkelijke schuldeiser | נושה מקורי`,
  chargedOffOn: `
    charged off on | charge off date | charge off dt | chargeoff date | chgoff dt | chgoff date | co date |
    date charged off | write off date | fecha de castigo | fecha castigo | ausbuchungsdatum`,
  chargedOffAmount: `
    charged off amount | charge off amount | charge off amt | chgoff amt | charge off balance |
    chargeoff amount | amount charged off | co balance | monto castigado | importe castigado |
    ausgebuchter betrag`,
  lastPaidOn: `
    last paid on | last payment date | last pmt dt | last pay date | last payment dt | date of last payment |
    date last paid | last paid date | dolp | fecha ultimo pago | fecha de ultimo pago |
    fecha del ultimo pago | letzte zahlung | letzte zahlung am | datum letzte zahlung |
    date dernier paiement | data do ultimo pagamento | data ultimo pagamento | data ultimo incasso |
    datum laatste betaling | laatste betaling | תאריך תשלום אחרון`,
  placedOn: `
    placed on | placement date | place dt | placement dt | date placed | date of placement |
    assignment to agency date | date assigned to agency | listed date | date listed |
    fecha de asignacion | fecha asignacion | ubergabe an inkasso | ubergabedatum | date de remise |
    data affidamento | data de distribuicao | datum overdracht incasso`,
  note: `
    note | notes | collector note | collector notes | comment | comments | remarks | observaciones |
    comentarios | notas | bemerkung | bemerkungen | notiz | anmerkung | remarques | commentaire |
    commentaires | observacoes | notas internas | annotazioni | osservazioni | opmerking | opmerkingen |
    anteckning | merknad | bemaerkning | uwagi | הערה | הערות`,
  itemReference: `
    item reference | invoice number | invoice | invoice no | invoice id | invoice ref |
    document number | bill number | numero factura | numero de factura | factura | folio |
    rechnungsnummer | rechnung | belegnummer | numero facture | facture | חשבונית |
    מספר חשבונית | num`,
  itemKind: 'item kind | item type | document type | doc type | tipo documento | belegart',
  issuedOn: `
    issued on | issued | invoice date | issue date | bill date | document date | date issued |
    statement date | fecha factura | fecha emision | fecha de emision | rechnungsdatum |
    belegdatum | date facture | date emission | תאריך חשבונית | תאריך הפקה`,
  dueOn: `
    due on | due date | due | payment due | payment due date | maturity | vencimiento |
    fecha vencimiento | fecha de vencimiento | falligkeit | faellig am | fallig am |
    falligkeitsdatum | echeance | date echeance | תאריך פירעון | לתשלום עד`,
  daysPastDue: `
    days past due | dpd | days overdue | days late | days in arrears | overdue days |
    dias vencidos | dias de atraso | dias mora | tage uberfallig | jours de retard |
    ימי פיגור`,
  monthsPastDue: `
    months past due | months late | months overdue | months in arrears | meses de atraso |
    monate uberfallig`,
  amount: `
    amount | invoice amount | original amount | amount billed | billed amount | total |
    total amount | invoice total | gross amount | face value | importe | monto |
    importe factura | betrag | rechnungsbetrag | bruttobetrag | montant | סכום`,
  paidAmount: `
    paid amount | amount paid | invoice amount paid | paid to date | amount paid to date | total paid |
    importe pagado | monto pagado | valor pago | importo pagato | bezahlter betrag | montant paye |
    betaald bedrag | סכום ששולם`,
  balance: `
    balance | open balance | balance due | outstanding | outstanding balance | amount due |
    open amount | amount outstanding | current balance | past due amount | overdue amount |
    arrears | debt | debt amount | recovery amount | bill amount | bill amt | bill amt 1 |
    statement balance | amount owed | saldo | saldo pendiente | deuda | importe pendiente |
    offener betrag | offen | restbetrag | solde | montant du | יתרה | חוב`,
  principalAmount: `
    principal amount | principal balance | principal due | prin bal | prin balance | current principal |
    outstanding principal | capital pendiente | saldo capital | hauptforderung | hauptforderung offen |
    capital restant du | capital du | capitale residuo | saldo de capital | hoofdsom openstaand | קרן`,
  interestAmount: `
    interest amount | interest | interest balance | interest due | int bal | int balance | accrued interest |
    intereses | interes | intereses devengados | zinsen | interets | juros | interessi | rente | ריבית`,
  feesAmount: `
    fees amount | fees | fee balance | fee bal | fees due | late fees | charges | costs | gastos |
    comisiones | recargos | gebuhren | kosten | mahngebuhren | frais | taxas | spese | עמלות | הוצאות`,
  debit: `
    debit | debits | debit amount | debit amt | debe | cargo | cargos | soll | sollbetrag | debit montant |
    debito | dare | debet | חובה`,
  credit: `
    credit | credits | credit amount | credit amt | haber | abono | abonos | haben | habenbetrag |
    credit montant | credito | avere | זכות`,
  currency: `
    currency | currency code | ccy | cur | moneda | divisa | wahrung | waehrung | devise |
    מטבע`,
  status: `
    status | state of invoice | invoice status | invoice state | payment state | payment status | loan status |
    account status | debt status | document status | situacion | estado | estado factura | estado de pago |
    estado pago | estatus | statut | etat | statut de paiement | etat de la facture | situacao |
    situacao do titulo | stato | stato pagamento | stato fattura | betaalstatus | factuurstatus |
    zahlungsstatus | rechnungsstatus | belegstatus | סטטוס | מצב | סטטוס חשבונית`,
  settledOn: `
    settled on | settled date | settlement date | paid date | date paid | payment date |
    clear date | cleared on | fecha pago | fecha de pago | bezahlt am | date paiement |
    תאריך תשלום`,
  deliveredOn: `
    delivered on | delivery date | sent on | sent date | date sent | fecha envio |
    versandt am`,
  deliveredBy: `
    delivered by | delivery | delivery method | sent by | bill delivery | paperless bill |
    paperless | metodo envio | versandart`,
  deliveredTo:
    'delivered to | sent to | invoice recipient | enviado a | destinatario | versandt an | rechnungsempfanger',
  deliveryFailedOn: `
    delivery failed on | bounced on | returned on | mail returned | undelivered on | devuelto el |
    zuruckgekommen am`,
  disputed: `
    disputed | dispute | in dispute | is disputed | en disputa | disputado | strittig |
    conteste | במחלוקת`,
  mobile: `
    mobile | mobile phone | mobile number | cell | cell phone | cellphone | movil | celular |
    telefono movil | handy | mobiltelefon | portable | נייד | טלפון נייד | סלולרי`,
  phone1: `
    phone 1 | phone | phone number | telephone | tel | home phone | landline |
    contact number | telefono | telefono 1 | telefono fijo | telefon | telephone 1 | טלפון`,
  phone2: `
    phone 2 | alternate phone | other phone | telefono 2 | tel 2 | telephone 2`,
  phone3: 'phone 3 | telefono 3 | tel 3 | telephone 3',
  phone4: 'phone 4 | telefono 4 | tel 4 | telephone 4',
  email1: `
    email 1 | email | e mail | email address | mail | correo | correo electronico | courriel |
    e mail adresse | דואל | אימייל | דוא ל`,
  email2: 'email 2 | other email | secondary email | e mail 2 | correo 2',
  employerPhone: 'employer phone | employer number | telefono empleador | telefon arbeitgeber',
  employerEmail: `
    employer email | employer e mail | work email | correo empleador | correo trabajo |
    e mail arbeitgeber`,
  coDebtorName: `
    co debtor name | co debtor | co borrower | co borrower name | joint debtor | codeudor |
    nombre codeudor | cotitular | mitschuldner | mitantragsteller`,
  coDebtorPhone: `
    co debtor phone | co borrower phone | telefono codeudor | telefon mitschuldner`,
  coDebtorEmail: `
    co debtor email | co borrower email | correo codeudor | e mail mitschuldner`,
  guarantorName: `
    guarantor name | guarantor | surety | avalista | nombre avalista | fiador | aval | burge |
    name burge`,
  guarantorPhone:
    'guarantor phone | surety phone | telefono avalista | telefono fiador | telefon burge',
  guarantorEmail: 'guarantor email | surety email | correo avalista | correo fiador | e mail burge',
  relatedRole: `
    related role | related person role | relation | relationship | relacion | parentesco |
    beziehung`,
  relatedName: `
    related name | related person | contact person | persona relacionada | persona de contacto |
    kontaktperson`,
  relatedPhone:
    'related phone | contact person phone | telefono persona de contacto | telefon kontaktperson',
  relatedEmail:
    'related email | contact person email | correo persona de contacto | e mail kontaktperson',
  methodKind: `
    method kind | payment method | pay method | metodo pago | metodo de pago | forma de pago |
    zahlungsart | mode de paiement | אמצעי תשלום`,
  methodState:
    'method state | payment method status | mandate status | card status | method status',
  methodExpiresOn: `
    method expires on | card expiry | expiry | expiry date | expires | expiration date |
    card expiration | caducidad | gultig bis`,
  methodLast4: `
    method last 4 | last 4 | last four | card last 4 | card number | masked card |
    masked pan | ultimos 4`,
  methodRenews: 'renews | auto renew | auto renewal | card renews | automatic renewal',
  chargingDay: `
    charging day | charge day | billing day | direct debit day | debit day | dia de cobro |
    einzugstag | abbuchungstag`,
  payDay: `
    pay day | payday | salary day | wage day | day of salary | income day | dia de paga |
    dia de nomina | zahltag | gehaltstag | lohntag | jour de paie | giorno di paga |
    dia do salario | salarisdag | יום משכורת`,
  reference: `
    reference | ref | transaction id | transaction reference | payment id |
    payment reference | credit note | credit note number | credit note no | credit memo |
    memo number | id | number | referencia | nota de credito | referenz | gutschrift |
    gutschriftsnummer | avoir | אסמכתא`,
  creditedOn:
    'credited on | credit date | credit note date | memo date | date | fecha | datum | תאריך',
  reason: 'reason | reason code | description | motivo | concepto | grund | motif | סיבה',
  paidOn: `
    paid on | payment date | date | date paid | paid date | value date | booking date |
    received on | transaction date | fecha | fecha pago | fecha de pago | fecha valor |
    datum | buchungstag | valuta | date paiement | תאריך`,
  payerName: `
    payer name | payer | paid by | name | customer name | pagador | ordenante | auftraggeber |
    payeur | שם`,
  payerRole: `
    payer role | payer type | kind of payer | relation of payer | payer relation | tipo de pagador |
    relacion del pagador | rolle des zahlers | art des zahlers | type de payeur | סוג המשלם`,
  ...consentSynonyms,
  text: `
    text | description | details | memo | note | notes | remittance | narrative | concepto |
    verwendungszweck | libelle | פרטים`,
};

/**
 * What people and their programs call each field, in English, Spanish, German, French, Hebrew,
 * Portuguese, Italian, Dutch, Swedish, Norwegian, Danish and Polish, and the commonest names in some
 * others: words as `wordsOf` leaves them. The first is our own name for it.
 */
export const synonyms: Readonly<Record<Field, readonly string[]>> = listsOf(listed);

function listsOf(texts: Readonly<Record<Field, string>>): Record<Field, string[]> {
  const lists: Partial<Record<Field, string[]>> = {};
  for (const [field, text] of Object.entries(texts) as [Field, string][]) {
    const more = [moreSynonyms, furtherSynonyms, programSynonyms, abroadSynonyms];
    const all = [text, ...more.map((each) => each[field] ?? '')].join('|').split('|');
    lists[field] = [...new Set(all.map(wordsOf))].filter((words) => words !== '');
  }
  return lists as Record<Field, string[]>;
}
