import type { Field } from './fields.ts';

/**
 * Further names, parted by bars, as `synonyms` has them: what programs of accountants, payment services,
 * agencies, clinics, landlords and suppliers write above their lists of open debts.
 */
export const programSynonyms: Readonly<Partial<Record<Field, string>>> = {
  customerReference: `
    kd nr | kto nr kunde | mandantennummer | cuenta cliente | cod tercero | codigo tercero | tercero |
    customer project id | entity id | stripe customer id | customer handle | buyer id | subscriber id |
    subscriber number | subscriber no | membership number | membership no | member no | member code |
    n adherent | no adherent | numero adherent | numero d adherent | n abonne | numero abonne |
    numero d abonne | n socio | numero socio | numero de socio | num socio | codigo socio | nº de abonado |
    numero de abonado | mitgliedsnummer | mitglieds nr | mitglied nr | lidnummer | lidnr | codice socio |
    mrn | medical record number | medical record no | chart number | chart no | patient number | patient no |
    patient account | tenant code | resident id | resident code | tcode | mieternummer | mieter nr |
    huurdernummer | locataire no | cust code | cust acct | cust ref | customer ref no | sold to customer |
    account customer | kundenkontonummer | deb nr | debitorkonto | debitorkontonummer | kontonr kunde |
    codigo de cliente | cuenta de cliente | no cli | n cli | cod cli | numero de compte client |
    compte client | id client | codigo de terceiro | codigo cli | conta cliente | conto cliente |
    cod anagrafica | codice conto cliente | codice soggetto | cod utente | codice utente | numero utente | n utente | codice utenza | user no | account cust | asiakasnumero | asiakasnro`,
  name: `
    kontaktname | mietername | kontakt | beschriftung | kontobeschriftung | debitorname | name debitor |
    bewohner | kunde name | patient | patient full name | resident | resident name | lessee | lessee name |
    occupant | subscriber | subscriber name | member name | service name | customer project company name |
    entity name | customer project | customer company | customer company name | buyer | buyer name |
    bill to | bill to customer | billed to | invoice recipient name | receptor | nombre receptor |
    razon social receptor | razon social cliente | nombre del titular | nombre del socio | socio |
    abonado | inquilino | arrendatario | adherent | abonne | nom adherent | nom de l abonne | nom du tiers |
    nom locataire | nom du locataire | libelle compte | intitule compte | intitule du compte | raison soc |
    nome do titular | nome do terceiro | arrendatario nome | inquilino nome | conduttore | inquilino | utente |
    nome intestatario | nominativo cliente | rag soc | ragione soc | descrizione conto | cessionario |
    cessionario committente | lid naam | naam huurder | naam lid | naam debiteur | handelsnaam |
    asiakas | asiakkaan nimi | hyresgast | leietaker | medlem | lejer | acct name | consumer name |
    responsible party | account holder | account holder name | kundenbezeichnung | name 1 debitor`,
  givenName: `
    dbtr fname | debtor fname | fname | f name | cons fname | first nm | fst name | given nm | frst nm |
    patient first name | tenant first name | member first name | resp first name | rp first name |
    fornavn | fornamn | etunimi | customer given name | given | contact first name | first`,
  familyName: `
    dbtr lname | debtor lname | lname | l name | cons lname | last nm | lst name | family nm |
    patient last name | tenant last name | member last name | resp last name | rp last name |
    etternavn | efternavn | efternamn | sukunimi | customer family name | contact last name | last | apellido paterno`,
  birthDate:
    'geb dat | geb datum | gebdat | geburtstag | geb am | birth dt | dt of birth | brth dt | dbtr dob | fodselsdato | fodelsedatum | f nacimiento | fec nac | dt nasc | dt nascimento | data nasc | geb datum klant',
  street:
    'street line 1 | addr line 1 | address street | service address | dbtr addr 1 | mailing addr | addr ln 1 | dom fiscal | gateadresse | adresse linje 1 | katuosoite',
  city: 'address city | dbtr city | city name | sted | kaupunki | ciudad cliente',
  region: 'address state | dbtr st | dbtr state | stt | state prov | state province',
  postalCode:
    'address zip | dbtr zip | zip cd | zip 5 | zip plus 4 | postalnr | postinumero | address postal code',
  accountReference: `
    az | akt z | geschaftszeichen | gz | fallnummer | fall nr | akte | case no | case ref | case id | debtor acct | dbtr acct | client acct | client acct no | clnt acct | acct id | visit no | visit number |
    encounter | encounter number | service account | service account number | service agreement |
    billing account | billing account number | ban | subscription no | lease | lease id | lease no |
    agreement | agreement ref | mietvertrag | mietvertragsnr | mietvertragsnummer | vertragsnummer kunde |
    vertragskonto | vertragskontonummer | versorgungsvertrag | zahlernummer vertrag | bail | n bail |
    numero de bail | n contrat | no contrat | reference contrat | contrato n | n contrato | num contrato |
    no contrato | nro contrato | n cuenta | nro de contrato | codice contratto | n contratto | num contratto |
    huurcontract | huurcontractnummer | contractnr | contract no | contract ref | numero de suministro |
    nro suministro | nro de suministro | orig acct no | orig acct num | original account no |
    original acct | original acct number | issuer account number | loan acct | loan acct no`,
  originalAmount: `
    orig loan amt | orig principal | orig bal | loan amt | orig amt financed | amt financed |
    original amount financed | original credit amount`,
  originalCreditor:
    'orig cred | orig crdtr | orig creditor nm | original cred | creditor original | orig lender | og creditor | original creditor nm',
  chargedOffOn:
    'chg off dt | chg off date | chgoff on | co dt | charged off dt | chrg off dt | chrgoff dt | date of charge off | charge off on',
  chargedOffAmount:
    'chg off amt | chg off bal | co amt | co bal | charged off amt | chrg off amt | chrgoff amt | charge off bal | charge off principal',
  lastPaidOn:
    'last pay dt | lst pmt dt | lst pay dt | last pmt date | last paid dt | dt last paid | dt of last pmt | date of last pmt | last pymt dt | last pymt date',
  placedOn:
    'plcmt dt | placed dt | plc dt | dt placed | list dt | listing date | assign dt | asgn dt',
  openedOn:
    'open dt | opn dt | acct open dt | acct opened date | lease start | move in date | mietbeginn | date d ouverture | loan dt | orig dt',
  itemReference: `
    invoice cm | invoice cm no | invoice number cm | bill | bill reference | inv nbr | txn no | txn number |
    transaction no | trans no | trans number | trx number | trx no | reference no | reference number |
    belegfeld 1 | belegnr | belegnummer 1 | re nummer | renr | rg nummer | rechn nr | rechnung nr |
    faktura nummer | fakturanr | zahlungsbeleg | document numbers | n bolletta | numero bolletta |
    bolletta | n fatt | num fatt | fatt n | nr fatt | num doc | num documento origine | fattura numero |
    numero doc | doc numero | n pieza | n fra | serie numero | serie folio | serie y numero | num recibo |
    recibo | n recibo | numero de recibo | num | num factura cliente | nro factura | nro comprobante |
    nro de comprobante | n comprobante | nro documento | nro doc | nro de factura | no comprobante |
    numero recibo | parcela | n da parcela | num parcela | titulo n | n titulo | n do titulo |
    n documento fiscal | n factura cliente | duplicata | boleto | nosso numero | nota | n nota | nr nota |
    n quittance | quittance | n avis | avis d echeance | n titre | titre | n ecriture | piece comptable |
    no piece | ref piece | reference facture | ref facture | no facture client | stuknummer | boekstuk |
    boekstuknummer | factuurnummer klant | notanr | notanummer | fact nr | factnr | fakt nr | bilagsnr |
    bilagsnummer | bilag | bilag nr | bilagnr | laskunumero | laskun numero | laskunro | claim number |
    claim no | statement no | statement number | installment | instalment`,
  issuedOn: `
    dated on | dated | invoice created | created on | created utc | date utc | created date utc |
    finalized at utc | invoice date utc | dt issued | issue dt | dt invoice | trans date | trx date |
    transaction dt | bill run date | dos | date of service |
    service date | charge date | tax point | tax point date | rg dat | re datum | redatum | rech datum |
    rechn datum | fakt datum | fakturadatum | ausstellungsdatum | data emiss | data bolletta | dt fattura |
    dt doc | data reg | f doc | fecha expedicion | fecha emis | fec emision | fec emis | f expedicion |
    fecha de comprobante | fecha comprobante | date emis | date d emiss | date de piece | date ecriture |
    date avis | dt emis | dt doc | data do documento | data do doc | data doc | data de emis |
    fact datum | factdatum | notadatum | faktureringsdato | faktureringsdatum | bilagsdato | laskupaiva |
    laskun paiva | laskutuspaiva`,
  dueOn: `
    due date receive by | due date utc | due at | due dt utc | bill due | bill due dt | pmt due dt |
    pmt due | payment due dt | dlq dt | dlnq dt | delq dt | dt of delinq | first dlq dt |
    first delinq dt | fdd | net due date utc | nettofalligkeit datum | falligk | fallig bis | zahlungsfrist |
    zahlungsfrist bis | zahlbar | falligkeit netto | nettofalligkeitsdatum | vencimiento neto |
    fecha de vencimiento neto | fecha vencim | fec vencimiento | fec vcto | fec venc | fecha de vto |
    fecha de vcto | fecha de venc | vencto | vcto | vencimento liquido | venc liquido | dt venc liq |
    data vencto | dt vencto | vencimento original | data de vencto | data scad | dt scad | data scadenza netta |
    scadenza netta | scadenza rata | scad rata | scad pagamento | data scad rata | echeance impayee | echeance nette |
    date d echeance nette | echeance le | ech | date ech | date d ech | exigible le | date exigibilite |
    date limite paiement | verv datum | vervdatum | verval dt | nettovervaldatum | netto vervaldatum |
    betalen voor | te betalen op | uiterste betaaldag | forfall | forfalt | forfalder | forfald | forfallsdag netto |
    betalingsfrist | siste frist | betalfrist | erapaiva | eraantyy | erapaivamaara | laskun erapaiva`,
  daysPastDue:
    'days dlq | dlq days | days delq | ovd days | days o d | days od | dias de atrazo | dias venc | dias vto | gg scad | gg scaduti | jours ret | jrs retard | verzug tage | tage verzogert | dgn te laat',
  amount: `
    total value | gross value | invoice value gross | orig value | org amt | orgnl amt | original amt |
    orig inv amt | orig invoice amount | original value | total invoice | total invoice amount |
    total invoiced | total bill | total billed | total charges | total charge | charges total |
    patient charges | amount gross | amount total | total amt | tot amt | gross amt | inv total |
    invoice gross | sales total | rent due | monthly rent due | scheduled rent | rent charged |
    sollmiete | soll miete | miete soll | sollbetrag miete | warmmiete | rechnungsbetrag eur |
    re betrag | rg betrag | rebetrag | rgbetrag | brutto betrag | gesamtbetrag brutto | gesamt |
    gesamt brutto | betrag brutto | endbetrag | imp bolletta | importo bolletta | importo rata | imp rata |
    imp fattura | imp doc | imp documento | tot fattura | tot doc | importo tot | importe original |
    imp original | importe de la factura | imp recibo | importe recibo | importe cuota | valor cuota |
    monto cuota | monto original | monto de la factura | valor factura | total comprobante | vlr parcela |
    vlr titulo | vlr documento | vlr original | vlr total | vlr nota | vlr fatura | valor do titulo |
    valor parcela | valor da prestacao | total do documento | montant echeance | montant du loyer | loyer |
    loyer du | montant initial ttc | montant d origine | mt ttc | mt facture | net a payer |
    bedrag incl btw | factuur bedrag | fact bedrag | oorspronkelijk factuurbedrag | belob | bruttobelob |
    fakturabelob | fakturatotal | oprindeligt belob | opprinnelig belop | bruttobelop | ursprungligt belopp |
    bruttobelopp | laskun summa | loppusumma | summa yhteensa`,
  paidAmount: `
    paid value | paid amt | amt paid | amount paid utc | total payments | payments | pmts | pymts |
    payments to date | amount settled | settled amount | amount received to date | received amt | rcvd |
    less paid | part paid | part payment | paid so far | receipts | received to date | gezahlt eur |
    bezahlt eur | zahlungen | zahlung erhalten | erhalten | eingegangen | bisher bezahlt |
    teilzahlung | teilzahlungen | anzahlung | acompte | acomptes | acomptes verses | verse | deja paye |
    mt regle | montant encaisse | paye | total regle | imp cobrado | imp pagado | abonado | a cuenta |
    pagos | total pagado | entregas a cuenta | importe cobrado a cuenta | monto pagado a la fecha |
    vlr pago | vlr recebido | vlr liquidado | valor ja pago | valor regularizado | regularizado | liquidado | imp pagato |
    importo incassato | importo saldato | acconto | acconti | gia pagato | incassi | reeds voldaan |
    voldaan | reeds ontvangen | ontvangen bedrag | betaald tot nu toe | innbetalt | innbetalt belop |
    betalt belop | betalt belob | indbetalt | inbetalt belopp | betalat | maksettu | suoritettu`,
  balance: `
    due value | open bal | open balance amount | curr bal | cur bal | current bal | acct bal | account balance |
    bal due | bal owing | bal outstanding | remaining bal | remaining value | outstanding bal | os bal | os amt |
    o s amt | owed | amount still owed | amt owed | amt owing | amt outstanding | amount unpaid | unpaid value | unpaid amt |
    unpaid bal | pt balance | pt bal | pt due | patient balance | patient bal | patient due |
    patient responsibility | patient amount due | self pay balance | guarantor balance | total payoff |
    payoff | payoff balance | payoff amt | total amount outstanding | total amount due | total amt due |
    tot due | net due amount | account bal | rent balance | tenant balance | ledger balance | ending balance |
    end balance | balance amt | balance amount | balance remaining | remaining due | amount remaining to pay |
    invoice balance | invoice bal | inv bal | open invoice amount | open invoice balance | past due amt |
    past due bal | betrag offen | offen eur | offene summe | offener rechnungsbetrag | restbetrag offen |
    rest offen | rest betrag | zahlbetrag offen | noch zu zahlen | zu zahlen | ruckstand eur |
    mietruckstand | ruckstandig | op saldo eur | saldo offen | importe en moneda local |
    importe en ml | importe en md | importe en moneda del documento | importe moneda local |
    imp en mon local | importe pdte cobro | pte | pte cobro | pdte de cobro | imp pendiente |
    importe pendiente de cobro | importe pendiente de pago | saldo por pagar | por pagar | saldo pte |
    saldo insoluto actual | monto por cobrar | saldo a la fecha | monto vencido | importe impagado | impagado |
    cuota impagada | deuda pendiente | deuda total | total deuda | restante por pagar | montante em moeda interna |
    montante em mi | montante moeda interna | montante em moeda do documento | montante em md | mont em moeda interna | vlr aberto |
    vlr em aberto | vlr pendente | vlr saldo | saldo do titulo | saldo devedor atual | valor pendente de pagamento | por regularizar |
    por liquidar | valor por liquidar | por receber | valor por receber | importo in divisa interna | importo in di |
    importo in divisa documento | importo divisa interna | imp residuo | residuo da pagare | residuo a saldo | saldo a scadere e scaduto |
    saldo dare | tot da pagare | totale da pagare | totale dovuto | non pagato | non saldato | residuo scaduto |
    montant en devise interne | montant en di | montant en devise societe | montant en devise piece |
    reste | reste impaye | restant du | restant a payer | solde a payer | solde impaye | solde restant |
    solde client | montant en attente | du | bedrag in eigen valuta | bedrag in ev | bedrag in interne valuta |
    openst bedrag | openst | openstaand eur | open bedrag | open saldo | nog openstaand | nog te ontvangen |
    te voldoen | saldo te betalen | resterend | resterend bedrag | rest | rest belob | resterende |
    restbelop | restbelopp sek | restbelob dkk | rest att betala | att betala | obetalt | ubetalt | ubetalt belop |
    a betale | til betaling | skyldig | skyldig belop | skyldigt belob | utestaende saldo | avoin summa | avoinna | avoin saldo |
    saldo avoinna`,
  principalAmount: `
    hoofdsom | hoofdsom factuur | prin amt | principal amt | principal bal | principal only | principal owed | prin due | orig prin |
    current principal balance | hauptforderungsbetrag | hf betrag | nominal principal | principal vencido |
    capital vencido | capital adeudado | capital insoluto | saldo de principal | capital em divida |
    capital em aberto | principal em aberto | valor principal | capitale | capitale scaduto | quota capitale |
    principal du | montant principal | creance principale | principal creance | hovedstol | hovedkrav | kapitalbelopp | kapitalskuld`,
  interestAmount: `
    current interest | int | int amt | interest amt | int due | interest owed | interest accrued | accr int | accrd int | accrued int |
    int accrued | verzugszinsen | zinsen eur | zinsbetrag | intereses de demora | intereses moratorios |
    interes moratorio | interes de mora | int mora | interets de retard | interets echus |
    interets moratoires | juros de mora | juros mora | juros vencidos | vlr juros | valor juros | interessi di mora |
    interessi maturati | int mora | quota interessi | wettelijke rente | rentebedrag | vertragingsrente |
    renter | forsinkelsesrente | drojsmalsranta | morarente | ranta | viivastyskorko | odsetki | uroky | faiz | bunga`,
  feesAmount: `
    current fees | penalty fees | penalty | penalties | penalty amount | penalty charges | default charges | default fees | arrears fees |
    recovery costs | admin fee | administration fee | handling fee | finance charge | finance charges | dunning fees | reminder fees | reminder fee |
    incassokosten | inc kosten | buitengerechtelijke kosten | aanmaningskosten | collection costs | collection cost |
    collection fees | collection fee | coll cost | coll costs | coll fees | fee amt | fees amt | fees costs | costs and fees | other fees |
    late fee | late charges | late chg | late chgs | nsf fees | admin fees | legal fees | court costs | attorney fees |
    inkassokosten | mahnkosten | nebenkosten forderung | nebenforderungen | mahn und inkassokosten | auslagen |
    rucklastkosten | gastos de cobro | gastos de gestion | gastos devolucion | gastos de cobranza | costas | comision de cobranza | comision mora |
    frais de recouvrement | frais de relance | frais de rejet | frais accessoires | penalites | indemnite forfaitaire | penalites de retard |
    despesas de cobranca | custas | multa | vlr multa | valor multa | taxas de cobranca | spese di recupero | spese di sollecito |
    spese insoluto | penale | mora | inkassogebyr | purregebyr | rykkergebyr | gebyr | gebyrer | inkassokostnad | inkassokostnader |
    paminnelseavgift | perintakulut`,
  debit: `
    betrag soll | soll betrag | umsatz soll | soll eur | debe eur | importe debe | imp debe | montant debit | debit eur | mt debit |
    valor debito | dare eur | importo dare | bedrag debet | debet bedrag | debet belopp | debetbelopp | debet belob | debit value |
    debit balance amount`,
  credit: `
    betrag haben | haben betrag | umsatz haben | haben eur | haber eur | importe haber | imp haber | montant credit | credit eur | mt credit |
    valor credito | avere eur | importo avere | bedrag credit | credit bedrag | kredit | kredit belopp | kreditbelopp | kreditbelop | kredit belob |
    credit value`,
  currency:
    'curr code | currency iso | iso currency | currency iso code | whg | wahrung code | mi | moneda documento | moeda doc | divisa doc | valuutta | valutakode | waluta faktury | mena | doviz | mata uang | devizanem',
  status:
    'stato doc | stato documento | bezahlstatus | faktura status | fakturastatus | laskun tila | estado cobro | estado de cobro | estado del recibo | situacao titulo',
  phone1:
    'telephone no | phone no 1 | home tel | ph | ph no | tel home | tel priv | telefon privat | puhelin | telefonnummer privat | res phone | residence phone | dbtr phone | hm ph | day phone | daytime phone | טל | מס טלפון | מס טל | טלפון בבית | טלפון 1',
  phone2: 'phone 2 no | alt phone | alt ph | phone alt | evening phone | טלפון נוסף | טלפון 2',
  employerPhone:
    'work ph | work phone | wk ph | wk phone | bus ph | bus phone | business phone | office phone | work tel | work telephone | work number | phone work | emp phone | emp ph | employer ph | poe phone | poe ph | telefono trabajo | telefono del trabajo | tel trabajo | telefono oficina | tel oficina | tel travail | telephone travail | tel professionnel | telefon geschaftlich | tel geschaftlich | telefon arbeit | dienstlich | telefone trabalho | telefone comercial | telefono lavoro | tel lavoro | telefoon werk | werktelefoon | telefon arbete | telefon arbeid | telefon arbejde | טלפון עבודה | טלפון בעבודה',
  mobile:
    'cell ph no | cell no | mobile ph | mob | mob no | mobile tel | cel | cell | movil cliente | tel mobil | gsm nummer | matkapuhelin | mobiltlf | mobil nr | tel cel | נייד לקוח | טל נייד',
  email1:
    'customer email | customer e mail | billing email | buyer email | debtor email | tenant email | e mail nabywcy | mail klienta | email klienta | contact email | contact e mail | email addr | email facturacion | correo cliente | kunden e mail | epost adresse | sahkoposti | email kunde',
  guarantorName: 'guarantor full name | responsible party guarantor | bail garant | garant nom',
};
