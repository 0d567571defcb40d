import type { Field } from './fields.ts';

/**
 * Further names, parted by bars, as `synonyms` has them: Swedish, Norwegian, Danish and Polish, and what
 * programs and services publish as the titles of their lists of open debts.
 */
export const furtherSynonyms: Readonly<Partial<Record<Field, string>>> = {
  customerReference: `
    kundnr | kundnummer | kund nr | kundenr | kunde nr | kundenummer | numer klienta | nr klienta |
    kod klienta | nip klienta | entidade | terceiro | codigo entidade | clave del cliente |
    code tiers | compte tiers | tiers | numero de tiers | codice anagrafica | anagrafica codice |
    relatie code | klant code | sold to party | sold to | bill to customer no | bill to number |
    customer account | payer number | debtor code | customer key | מפתח חשבון | מפתח לקוח | מפתח`,
  name: `
    kundnamn | kund | kundenavn | kunde navn | debitornavn | navn | namn | klient | nazwa klienta |
    nazwa kontrahenta | kontrahent | nabywca | odbiorca | matchcode | suchname | firmenname |
    customer description | customer account name | account description | descripcion cuenta |
    nombre cuenta | titulo cuenta | denominacion | nombre fiscal | nombre o razon social |
    intitule | intitule tiers | libelle tiers | nom du tiers | denominazione cliente |
    descrizione cliente | cliente razao social | nome fantasia | cliente nome fantasia |
    bill to name | sold to name | payer | party | relatie naam | klant naam | שם חשבון | שם כרטיס`,
  accountReference: `
    debt id | debt number | acct num | acct nbr | acct number | account num | account nbr |
    file number | file no | case number | client ref | client reference number |
    agreement number | agreement no | agreement id | facility id | avtal | avtalsnummer |
    avtalenummer | aftalenummer | numer umowy | nr umowy`,
  itemReference: `
    fakturanr | fakturanummer | faktura nr | faktura nummer | fakturanr | faktura | numer faktury |
    nr faktury | numer dokumentu | nr dokumentu | nr dok | journal entry | journal entry number |
    accounting document | billing document | invoice reference number | op nummer | op nr |
    rechnung belegnummer | installment number | instalment number | installment no | instalment no |
    payment number | numero cuota | no cuota | n cuota | cuota no | numero de cuota | rate nr |
    ratennummer | numero rata | rata n | numero da parcela | n parcela | numero parcela | termijn nr |
    bill number reference | document reference | n documento | אסמכתא | מס אסמכתא | מספר אסמכתא |
    מס מסמך | אסמכתא 1 | מס תעודה | מספר תעודה`,
  issuedOn: `
    fakturadatum | fakturadato | faktura datum | faktura dato | data wystawienia | data faktury |
    data dokumentu | journal entry date | billing date | bill dt | date billed | date invoiced |
    fecha expedicion | fecha de expedicion | fecha asiento | date piece | date document |
    תאריך אסמכתא | תאריך תעודה | תאריך הפקה חשבונית`,
  dueOn: `
    next due date | next payment due date | next payment date due | installment due date |
    instalment due date | fecha cuota | fecha vencimiento cuota | proximo vencimiento |
    fecha proximo vencimiento | fecha de proximo pago | prossima scadenza | data prossima scadenza |
    proximo vencimento | prochaine echeance | nachste falligkeit | forfallodatum | forfallodag |
    forfallsdato | forfallsdag | forfaldsdato | forfaldsdag | termin platnosci | data platnosci |
    termin zaplaty | data de venc | data venc | fecha vcto | f vcto | vcto | fecha pago prevista |
    zahlbar am | zahlungstermin | delinq dt | delinquent dt | delinquent since | dlq date |
    date of first delinquency | first delinquency date | dofd | תאריך ערך | ת פרעון | ת ערך`,
  daysPastDue: `
    aging | ageing | age in days | days aged | arrears days | arrears after net due date | arrears by net due date |
    verzugstage nach nettofalligkeit | uberfallig seit tagen | dagar forsenad | dagar forsenade |
    dager forfalt | dage overskredet | dni po terminie | dni opoznienia | dias vencida |
    dias de vencido | dias de vencimiento | dias demora | giorni di scaduto | gg ritardo |
    dagen vervallen | dagen verlopen | retard en jours | jours depasses | ימי חריגה`,
  amount: `
    invoiced amount | amount invoiced | invoiced | document value | document amount | document total |
    invoice value | bill value | gross | total gross | total value | ursprungsbetrag brutto | lordo |
    totale lordo | importo lordo | importo documento | valor da conta | valor documento | valor do titulo |
    valor original da parcela | valor da parcela | totalt | totalbelopp | belopp | belop | totalbelop |
    fakturabelopp | fakturabelop | kwota | kwota brutto | wartosc brutto | importe documento | importe vto |
    importe vencimiento | total documento | montant de la facture | montant piece | סהכ למסמך |
    סה כ למסמך | סכום מסמך | סהכ כולל מעמ`,
  paidAmount: `
    paid | received | collected | amount received | received amount | amount collected |
    payments received | payments applied | amount applied | credits applied | cobrado |
    importe cobrado | total cobrado | pagado | importe abonado | recebido | valor recebido |
    valor recebido da parcela | valor liquidado | valor pago da parcela | pago | incassato |
    importo incassato | saldato | pagato | bezahlt | bereits bezahlt | gezahlt | zahlbetrag |
    betaald | reeds betaald | ontvangen | regle | montant regle | deja regle | encaisse | betalt |
    betald | inbetalt | inbetalat | zaplacono | kwota zaplacona | שולם | שולם נסגר | סכום ששולם עד כה |
    תקבולים`,
  balance: `
    outstanding amount | outstanding value | open value | open item amount | amount open | amount still due |
    amount cocd crcy | amount in company code currency | offener betrag eur | offener restbetrag |
    zahlungsruckstand | ruckstand | da saldare | da incassare | importo da incassare | da pagare | aperto |
    residuo da incassare | a receber | valor a receber | valor da parcela em aberto | saldo a receber |
    por cobrar | saldo por cobrar | importe por cobrar | saldo pdte | aterstaende | aterstaende belopp | restbelopp | kvar att betala | utestaende | utestaende belopp |
    utestaende belop | restsaldo | restbelob | udestaende | do zaplaty | pozostalo do zaplaty |
    kwota do zaplaty | saldo naleznosci | reste du | reste a regler | solde restant du | tot bal |
    total balance due | payoff amount | סהכ חוב | סה כ חוב | יתרת חשבון | יתרה לגביה`,
  currency: `
    document currency | transaction currency | local currency | company code currency | invoice currency |
    hauswahrung | belegwahrung | valutakod | valutakode | waluta | devise piece | divisa documento`,
  openedOn: 'contract date | agreement date | date opened | fecha contrato | fecha desembolso',
  phone1: 'tel 1 | telefon 1 | home ph | hm phone | telefonnr | tlf nr | nr telefonu',
  mobile: 'cell ph | mobile no | mobilnr | mobiltelefon | primary contact mobile | tel mobile',
  email1: `
    e mail 1 | email id | primary contact email | primary contact email id | epost | e post |
    e postadress | e postadresse | adres e mail`,
  street:
    'addr 1 | addr | address 1 street | billing address | billing street | gatuadress | ulica',
  city: 'billing city | postort | poststed | by | miasto | miejscowosc',
  region: 'st | billing state | state code',
  postalCode: 'billing code | postnr | kod pocztowy | billing postal code',
  methodKind: 'forma de recebimento | payment mode | tipo pagamento | forma pago | betalingsmate',
  coDebtorName: 'co borrower 1 | joint borrower | joint account holder',
};
