import type { Field } from './fields.ts';

/**
 * Further names, parted by bars, as `synonyms` has them: Portuguese, Italian and Dutch, short names,
 * and what the programs of accountants write (SAP, DATEV, Tally, AFAS, Exact, Odoo, Zoho, Xero, Sage).
 */
export const moreSynonyms: Readonly<Partial<Record<Field, string>>> = {
  customerReference: `
    cust id | cust no | debtor no | debtor | borrower id | tenant id | patient id | member number |
    student id | kundennr | kundenkonto | debitor | debitoren nr | debitorennummer | debitornummer |
    personenkonto | numero de cliente | no de cliente | cod cliente | clave cliente |
    no debiteur | numero debiteur | n debiteur | codigo do cliente | codigo cliente | cliente n |
    numero do cliente | codice cliente | cod cliente | numero cliente | id cliente | debiteur |
    debiteurnummer | debiteurennummer | klant | klantnummer | klantcode | relatienummer |
    relatiecode | relatie | customer account number | party code | business partner |
    geschaftspartner | מס לקוח | קוד לקוח | מספר זהות לקוח | כרטיס לקוח`,
  name: `
    name 1 | contact | party name | partys name | party s name | particulars | contact name | partner |
    partner name | display name | invoice partner display name | borrower | borrower name |
    tenant | tenant name | member | patient name | student name | customer full name |
    debtor full name | organization name | business name | holder name | nombre del cliente |
    nombre y apellidos | apellidos y nombre | nombre del acreditado | acreditado | titular |
    deudor | nombre deudor | nombre del deudor | nombre comercial | denominacion social |
    firma name | name firma | kontobezeichnung | name des kunden | schuldner | mieter |
    debitorenname | bezeichnung | nom du client | nom client | denomination | nom ou raison sociale |
    debiteur nom | locataire | nome | nome completo | nome do cliente | nome cliente |
    razao social | devedor | nome do devedor | sacado | ragione sociale | denominazione |
    nominativo | intestatario | cognome e nome | nome e cognome | debitore | naam | volledige naam |
    klantnaam | naam klant | debiteurnaam | naam debiteur | bedrijfsnaam | huurder | relatienaam |
    שם הלקוח | שם חברה | שם החייב | שם העסק | שם בית העסק`,
  givenName: `
    debtor first name | customer first name | borrower first name | nombres | nombre de pila |
    primeiro nome | nome proprio | nome di battesimo | voornaam | roepnaam`,
  familyName: `
    debtor last name | customer last name | borrower last name | primer apellido | sobrenome |
    apelido | ultimo nome | cognome | achternaam | familienaam`,
  language:
    'preferred language | idioma preferido | lingua | lingua preferida | taal | voorkeurstaal',
  birthDate: `
    birthdate | data de nascimento | data nascimento | data di nascita | data nascita |
    geboortedatum`,
  country: 'nation | paese | nazione | staat land | landcode | landnaam',
  region:
    'comunidad autonoma | departamento | distrito | uf | regione | provincie | canton | kanton',
  city: `
    poblacion | municipio | cidade | municipio | citta | comune | woonplaats | plaats | wohnort |
    localite | commune | suburb | ישוב | יישוב`,
  postalCode: 'codigo postal | codice postale | npa | postcode | zip code | cod postale | c a p',
  street: `
    direccion fiscal | direccion postal | street 1 | mailing address | address line | morada |
    endereco | logradouro | indirizzo | via | adres | straat | straatnaam | adresse 1 |
    strasse hausnummer | strasse nr | strasse und hausnummer | supply address`,
  accountReference: `
    a c | a c no | acc no | account ref | creditor account number | client account number |
    original account number | loan no | loan account number | credit number | policy no |
    lease number | unit number | no de credito | numero de credito | credito | no credito |
    no de cuenta | no de contrato | numero de contrato | numero contrato | poliza | expediente |
    aktenzeichen | vertrag | vertrags nr | vertragsnr | darlehensnummer | kreditnummer |
    numero de contrat | numero du compte | dossier | numero do contrato | contrato n | conta |
    numero da conta | contratto | numero contratto | conto | pratica | numero pratica | contract nr |
    contractnummer | rekeningnummer klant | dossiernummer | polisnummer | leningnummer |
    מספר הלוואה | מספר חוזה | מספר תיק`,
  product: 'productnaam | prodotto | produto | servicio | tariff',
  limitationOn: 'prescription date | data de prescricao | data prescrizione | verjaringsdatum',
  openedOn: `
    origination date | loan date | disbursement date | fecha de apertura | fecha de alta |
    data de abertura | data apertura | ingangsdatum | vertragsbeginn`,
  originalAmount: `
    original loan amount | disbursed amount | monto otorgado | monto del credito |
    importe concedido | capital inicial | valor financiado | valor do emprestimo |
    importo finanziato | oorspronkelijk bedrag | kreditbetrag`,
  renewedOn: 'date assigned | overdrachtsdatum | data cessione',
  itemReference: `
    inv | inv no | inv ref | inv num | invoice ref no | ref no | document no | document | doc | doc no |
    doc number | transaction number | bill no | bill ref | bill ref no | voucher no | beleg | beleg nr |
    belegnr | rg nr | rgnr | re nr | rechnungsnr | rechnungs nr | rechnung nr | no factura | n factura |
    num factura | no de factura | numero de documento | num documento | n documento | fra |
    num fra | no fra | n fra | comprobante | n facture | no facture | facture no | facture n |
    numero de facture | piece | numero de piece | n piece | nota fiscal | nf | nfe | numero da nota |
    numero da fatura | numero fatura | fatura | n fatura | titulo | numero do titulo |
    numero documento | numero do documento | documento | nr documento | nr doc | n doc | numero fattura |
    fattura | n fattura | nr fattura | num fattura | documento n | factuur | factuurnummer |
    factuurnr | factuur nr | nota nummer | מס חשבונית | מספר מסמך | אסמכתא חשבונית`,
  itemKind: 'transaction type | tipo de documento | tipo doc | tipo documento | documentsoort',
  issuedOn: `
    doc date | inv date | inv dt | invoice dt | invoice bill date | tax date | date of invoice |
    date raised | date of issue | invoiced on | rg datum | rgdatum | rechnungs datum | belegdat |
    ausgestellt am | fecha de factura | fecha documento | fecha de documento | fecha doc |
    fecha fra | f fra | f factura | f emision | fecha de expedicion | emitida el | date de facture |
    date de facturation | date facturation | date d emission | date piece | date de la facture |
    data de emissao | data emissao | emissao | emitida em | data da fatura | data fatura | dt emissao |
    data da nota | data fattura | data doc | data documento | data del documento | data emissione |
    data di emissione | factuurdatum | notadatum | boekdatum factuur | datum factuur | תאריך מסמך |
    תאריך הנפקה`,
  dueOn: `
    net due dt | net due date | net due | due dt | due by | payable by | pay by | pay by date | past due date |
    bill due date | delinquency date | date of delinquency | overdue since | past due since |
    nettofall | nettofalligkeit | netto fallig | fallig | fallig zum | fallig seit | faellig |
    faelligkeit | falligkeitstag | zahlbar bis | zahlungsziel datum | verfalldatum | fecha vto |
    fecha de vto | f vto | f vencimiento | vto | vence | vence el | fecha limite | fecha venc |
    fecha limite de pago | date d echeance | date echeance | a payer avant le | date limite |
    date limite de paiement | data de vencimento | data vencimento | vencimento | dt vencimento |
    dt venc | data limite | scadenza | data scadenza | data di scadenza | scad | scade il |
    vervaldatum | vervaldag | verval datum | te betalen voor | uiterste betaaldatum |
    betaaldatum uiterlijk | תאריך לתשלום | תאריך פרעון | מועד פירעון | מועד תשלום`,
  daysPastDue: `
    overdue by days | overdue by | age | age days | days outstanding past due | past due days |
    days delinquent | days past due dpd | verzugstage | tage im verzug | tage verzug | dias de mora |
    dias de retraso | dias retraso | dias vencido | dias atraso | dias em atraso |
    dias de atraso | giorni di ritardo | giorni ritardo | giorni scaduto | jours retard |
    nombre de jours de retard | dagen te laat | dagen over tijd | dagen achterstand | ימי איחור`,
  amount: `
    total signed | gross total | total incl vat | total inc vat | amount inc vat | amount incl tax |
    total with tax | opening amount | original invoice amount | orig amount | orig amt | inv amt |
    inv amount | bill total | value | bruttosumme | brutto | gesamtbetrag | rechnungssumme |
    rechnungsbetrag brutto | importe total | total factura | importe fra | imp fra | imp total |
    importe de factura | importe bruto | total con iva | monto total | monto factura | montant ttc |
    montant facture | montant total | total ttc | valor | valor total | valor da fatura |
    valor do documento | valor da nota | valor original | valor bruto | importo | importo totale |
    importo fattura | totale | totale fattura | totale documento | tot documento | bedrag |
    factuurbedrag | totaal | totaalbedrag | totaal incl btw | bedrag incl btw | bedrag incl |
    סכום חשבונית | סכום החשבונית | סהכ | סה כ`,
  balance: `
    amount in dc | amount in doc curr | amount in document currency | amount in lc |
    amount in local currency | betrag in hw | betrag in bw | betrag in hauswahrung |
    betrag in belegwahrung | amount due signed | invoice amount due | amt due | remaining |
    remaining balance | remaining amount | amount remaining | unpaid | unpaid amount |
    unpaid balance | open amt | o s amount | o s | o s balance | pending amount | pending |
    amount pending | closing balance | total due | total outstanding | total balance |
    placed balance | placement balance | balance owing | owing | amount owing | total owed |
    past due balance | balance outstanding | outstanding amt | offene forderung | offener saldo |
    offener posten | op betrag | op saldo | noch offen | restforderung | forderung |
    ausstehend | ausstehender betrag | pendiente | imp pdte | importe pdte | pdte | pdte cobro |
    pendiente de cobro | pendiente de pago | importe vencido | importe adeudado | saldo vencido |
    saldo deudor | saldo actual | adeudo | monto adeudado | monto pendiente | saldo insoluto |
    reste a payer | reste du | solde du | solde ouvert | montant restant | montant restant du |
    impaye | montant impaye | saldo devedor | saldo em aberto | valor em aberto | em aberto |
    valor em divida | em divida | montante em divida | valor pendente | pendente | valor devido |
    divida | residuo | da pagare | importo residuo | importo dovuto | saldo residuo | insoluto |
    scoperto | importo aperto | saldo scaduto | openstaand | openstaand bedrag | openstaand saldo |
    saldo openstaand | te betalen | nog te betalen | te ontvangen | achterstand | restant |
    restbedrag | openstaande schuld | verschuldigd | יתרה לתשלום | יתרת חוב | סכום לתשלום |
    יתרה פתוחה | סכום פתוח | חוב פתוח`,
  currency:
    'curr | doc curr | wahrg | whrg | waehrg | wkz | moeda | valuta | divisa | monnaie | mon',
  settledOn: 'data de pagamento | data pagamento | betaald op | betaaldatum',
  disputed: 'contestado | contestata | contestato | betwist | in discussie',
  mobile: `
    handynummer | handynr | mobil | mobilnummer | mobilfunk | telefono celular | num movil |
    telephone portable | tel portable | tel mobile | gsm | natel | celular | telemovel | cellulare |
    telefono cellulare | cell number | mobiel | mobiel nummer | mobiele telefoon | 06 nummer |
    telefoon mobiel | מספר נייד | פלאפון | סלולר`,
  phone1: `
    phone no | phone home | telephone number | tel no | tel nr | telefonnummer | telefon nr |
    tfno | tlf | telf | tfno 1 | numero de telefono | numero de telephone | telefone |
    telefone fixo | telefono fisso | recapito telefonico | telefoon | telefoonnummer | מספר טלפון`,
  phone2: 'telefoon 2 | telefone 2 | tfno 2',
  email1: `
    mail address | e mail address | e mail adres | emailadres | mailadres | e mailadres |
    email cliente | adresse e mail | adresse mail | correo e | posta elettronica |
    indirizzo email | endereco de email | דוא ל לקוח | כתובת מייל | מייל`,
  coDebtorName: 'cosigner | cosigner name | co signer | co applicant | coobligado | coobbligato',
  guarantorName: 'fiador nombre | garante | borg | borgsteller | caution | garant',
  methodKind: 'betaalwijze | forma de pagamento | metodo di pagamento | modalita pagamento',
};
