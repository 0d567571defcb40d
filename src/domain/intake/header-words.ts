/** Letters that are no others with an accent, as they are written where there are none. */
const plainLetters: ReadonlyMap<string, string> = new Map(
  ['ßss', 'łl', 'ŁL', 'øo', 'ØO', 'æae', 'ÆAE', 'œoe', 'ŒOE', 'ıi', 'đd', 'ĐD'].map(
    (pair) => [pair.slice(0, 1), pair.slice(1)] as const,
  ),
);

/** A column's name as words: camel case, digits and signs parted, lower case, no accents. */
export function wordsOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßłŁøØæÆœŒıđĐ]/g, (letter) => plainLetters.get(letter) ?? letter)
    .replace(/№/g, 'no')
    .replace(/[º°](?=\P{L}|$)/gu, 'o')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/(\p{L})(\d)/gu, '$1 $2')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}

/** What a word of a name speaks of, whatever the language and however it is cut short. */
const meanings: Readonly<Record<string, string>> = {
  number: `no nr num nro numero number nummer n nbr numer cislo nomor numar numarasi numru br szam szama szamlaszam
    nombor αριθμος номер`,
  date: `date dt fecha data datum dato dat fec datei tarih tarihi tanggal tgl tarikh datuma paiva paivamaara dag
    ημερομηνια дата תאריך ת`,
  amount: `amount amt importe imp monto betrag montant importo bedrag valor value vlr mt belopp belop belob kwota
    castka osszeg osszege summa tutar tutari nilai jumlah iznos valoare montante wert amaun сумма סכום`,
  total: `total tot totaal totale totalt gesamt celkem razem celkom toplam genel ukupno yhteensa totala`,
  open: `open outstanding os unpaid remaining remain rest restant restante restantes residuo residua residual pendiente
    pendientes pdte pte pendente pendentes aberto aberta abierto aperto aperta ouvert restant offen offener offene
    offenes openstaand openst ausstehend ausstehender owing owed uncollected kalan sisa avoin avoinna pozostalo
    pozostala zbyva fennmarado utestaende gjenstaende resterende resterend otvoreno ramas`,
  paid: `paid pagado pagada pago pagos bezahlt bezahlter gezahlt gezahlter betaald betaalde paye payee regle reglee
    encaisse incassato incassata pagato pagata saldato cobrado cobrada abonado recebido recebida liquidado received
    collected betalt betald inbetalt innbetalt zaplacono zaplacona wplacono uhrazeno zaplaceno uhradene kifizetett
    achitat achitata incasat odenen dibayar maksettu placeno`,
  balance: 'balance bal saldo solde sold saldot bakiye egyenleg υπολοιπο остаток יתרה',
  invoice: `invoice inv factura fra fact rechnung rechnungs rg rechn facture fatt fattura factuur fatura faktura faktury
    fakturace faktur bill bolletta bolletta recibo lasku laskun szamla racun racuna invois tagihan facturii
    τιμολογιου счета חשבונית`,
  document: `document documento doc beleg piece bilag belge dokument dokumentu doklad dokladu stuk comprobante
    voucher evrak bizonylat tosite bukti`,
  issued: `issued issue emission emision emissao emissione emis emiss emitida emitido emitted ausstellung ausgestellt
    wystawienia wystaw wyst vystaveni vystaveno expedicion emiterii kiallitas kibocsatas izdavanja terbit utstedt
    utfardad duzenleme εκδοσης`,
  customer: `customer cust client cliente clienti kunde kunden kund kundens debtor debitor debiteur klant klanten cli
    tenant lessee resident patient pt member subscriber consumer borrower buyer payer mieter bewohner huurder
    locataire inquilino utente abonne adherent socio abonado schuldner deudor devedor debitore dluznik nabywca
    kontrahent kontrahenta klient klienta odberatel odberatele zakaznik zakaznika vevo ugyfel musteri cari
    pelanggan asiakas asiakkaan kupac kupca partner partnera titular клиента
    לקוח`,
  account: 'account acct acc konto cuenta compte conto conta rekening akun akaun חשבון',
  contract:
    'contract contrato contrat vertrag vertrags contratto avtal avtale umowy smlouvy agreement lease bail',
  loan: 'loan darlehen darlehens prestamo emprestimo pret prestito lening lan laan kredit kredyt uver',
  due: `due vencimiento vto venc vcto vencto fallig faellig falligkeit falligkeits faelligkeit echeance scadenza scad
    vencimento verval vervals forfall forfalls forfald forfalds forfallo splatnosti splatnost platnosci scadentei
    scadenta vade esedekesseg dospijeca ληξης era`,
  current: 'current curr cur aktuell actual atual attuale actuel huidig',
  payment: 'payment payments pmt pmts pymt pymts',
  interest:
    'interest int intr zins zinsen interes intereses juros interessi interets rente renter ranta',
  fees: 'fee fees',
  delinquency: 'delinquency delinquent delinq delq dlq dlnq',
  days: 'days day tage dias jours giorni dagen dager dage dagar dni dnu napok zile gun hari paivaa',
  name: 'name nombre nom nome naam navn namn nazwa nazev nazov neve nume denumire naziv adi ad nama nimi שם',
  phone:
    'phone ph tel telephone telefono telefon telefone telefoon tfno tlf telepon puhelin телефон טלפון',
  mail: 'email mail correo courriel epost eposta surel',
  code: 'code codigo cod codice kod kodu kode sifra koodi',
};

/** Words that say nothing of their own. */
const small: ReadonlySet<string> = new Set(
  'of the de del la el los las da do dos di du des l le les d il lo der die das van het een s el'.split(
    ' ',
  ),
);

/** Words that hardly change what a name speaks of. */
const light: ReadonlySet<string> = new Set(
  'number gross net current eur usd gbp chf brl mxn inr ils sek nok dkk pln r rs kr parcela instalment installment signed incl inc btw vat iva ttc brutto netto in e y und et'.split(
    ' ',
  ),
);

const meaningOf: ReadonlyMap<string, string> = new Map(
  Object.entries(meanings).flatMap(([meaning, words]) =>
    words.split(' ').map((word) => [word, meaning] as const),
  ),
);

/** Beginnings of German and Dutch words, with what may follow them in the same word. */
const compound =
  /^(rechnungs?|rechn|rg|re|kunden?|kund|debitoren|debitor|debiteuren|debiteur|factuur|fact|klant|falligkeits|verval|faktura|fakture?rings|beleg|bilags?|vertrags|forfalls?|forfallo|forfalds|laskun?|asiakas|mieter|huurder|stuk)(nr|nro|nummer|numero|datum|dato|dag|paiva|betrag|bedrag|belopp|belop|belob|summa|name|naam|navn|namn|code)$/;

/** What a word speaks of; the word itself where it is not known. */
export const meaningOfWord = (word: string): string => meaningOf.get(word) ?? word;

/** Whether a word says nothing of its own. */
export const isSmallWord = (word: string): boolean => small.has(word);

/** The meanings of the words of a name, without order and without small words. */
export function meaningsOf(words: string): ReadonlySet<string> {
  const parted = words.split(' ').flatMap((word) => compound.exec(word)?.slice(1) ?? [word]);
  const said = parted.filter((word) => word !== '' && !small.has(word));
  return new Set(said.map(meaningOfWord));
}

/** The share of a name that a known name in it makes up, by what its words weigh. */
export function shareOf(part: ReadonlySet<string>, whole: ReadonlySet<string>): number {
  const weigh = (words: Iterable<string>) =>
    [...words].reduce((sum, word) => sum + (light.has(word) ? 0.2 : 1), 0);
  return [...part].every((word) => whole.has(word)) ? weigh(part) / weigh(whole) : 0;
}
