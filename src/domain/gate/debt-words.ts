import { ownValue } from '#kernel/own-value.ts';

/**
 * Words that tell of a debt, of paying or of the trade of collecting, by language: the one list for
 * all that is said and written. A `*` stands for further letters. Wide on purpose: a word too many
 * asks somebody to declare the debt, a word too few tells a stranger of it.
 */
const debtWords: Readonly<Record<string, string>> = {
  en: `debt* indebt* collect* recover* receivable* owe owed owes owing due overdue arrear* outstanding
    unpaid balance* pay pays paid paying payable* payment* payer* repay* settle* instalment* installment*
    loan* lend* borrow* credit* mortgage* invoice* bill bills billing billed account accounts default*
    delinquen* charge charges charged fee fees legal lawsuit* sue sued court* bailiff* repossess* garnish*
    foreclos* enforce* judgment* judgement* bankrupt* financ* money amount* sum sums dollar* pound pounds
    euro euros shekel* peso pesos rupee* lien* insolven* remit* reimburse*`,
  es: `deud* adeud* endeud* debe debes deben debemos debia cobr* recuper* credit* prestam* vencid* vencio
    vence vencimiento* impag* saldo* saldar* atras* mora moros* pago pagos pagar* pagad* pague* paga pagas
    pagan pagamos abonar* abono* cuota* factura* recibo* cuenta cuentas cantidad* importe* monto* dinero
    euro euros peso pesos dolar* hipotec* acreed* embarg* demanda demandas demandar* demandad* juzgado* judicial* tribunal* liquid*
    pendiente* reclam* financ*`,
  he: `חוב* החוב* בחוב* לחוב* חייב* גבי* גוב* לגבות פיגור* פיגר* יתר* תשלום* תשלומ* לשלם שולם שילמ* משלם
    אשראי הלווא* הלוא* משכנת* חשבון* חשבונ* כסף* סכום* ריבית* משפט* הוצל* עיקול* תביע* נושה פירעון פרע*
    שקל* מיסים קנס* פיננס* בגביי* לגביי*`,
  fr: `dette* endett* recouvr* creanc* debiteur* credit* pret prets impay* arrier* echu* echean* retard*
    solde* paye* paie* paiement* regler* reglement* reglez regle doit devez dois doivent facture* compte
    comptes montant* somme* argent huissier* tribunal* saisie* hypothe* rembours* versement* verser*
    mensualite* euro euros financ* poursuite* justice`,
  de: `schuld* *schulden verschuld* geschuldet* uberschuld* *forderung* inkasso* *mahn* zahl* bezahl*
    *zahlung* gezahlt* ruckzahl* einzahl* uberweis* *rechnung* *betrag* *ruckstand* uberfallig* fallig*
    offene offenen offener offenes *kredit* *darlehen* glaubig* rate raten ratenzahl* *konto* saldo*
    *verzug* *gericht* pfand* *vollstreck* klage* geld* summe* euro euros begleich* beglichen* ausgleich*
    *hypothek* finanz*`,
  it: `debit* indebit* credit* recuper* riscoss* incass* insolut* scadut* scaden* arretrat* saldo* saldi
    saldare pagament* pagar* pagat* paga paghi pagh* deve devi devono dovut* dobbiamo fattur* bollett*
    rata rate prestit* mutuo mutui conto conti import* somm* soldi denaro euro tribunal* pignor* giudiz*
    moros* finanz*`,
  pt: `divid* devedor* endivid* cobr* recuper* credit* credor* emprest* venci* vence* atras* saldo*
    pagament* pagar* pago* pague* paga pagou quitar quitac* parcel* prestac* fatura* factura* boleto*
    conta contas valor valores montante* quantia* dinheiro euro euros reais tribunal* judicial* penhor*
    hipotec* inadimpl* deve devem devo pendent* pendenc* financ*`,
  nl: `schuld* *schuld *schulden incass* *vorder* betal* *betaling* *achterstand* openstaand* krediet*
    *lening* leen* *factu* *rekening* saldo* *bedrag* termijn* geld* euro deurwaarder* rechtbank*
    rechter* beslag* aanman* hypothe* aflos* verschuldigd* financ*`,
  id: `hutang* utang* *tagih* cicil* angsur* *bayar* *pinjam* kredit* *tunggak* tempo uang saldo* *lunas*
    denda* rupiah rekening* jumlah`,
  ms: `hutang* *bayar* *pinjam* kredit* *tunggak* ansuran* wang ringgit jumlah akaun tuntut*`,
  hi: `कर्ज* ऋण* उधार* बकाया* भुगतान* किस्त* लोन* वसूल* पैसे पैसा रुपये रुपए राशि चुका*`,
  tl: `*utang* *bayad* *bayar* *singil* hulog* pera atraso* piso`,
};

/** Signs of money say it in any language. */
const money = /\p{Sc}/u;

/** Small letters without accents, invisible signs and vowel points. */
export function plainLetters(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss');
}

const oneOf = (stems: string) => {
  const words = [...new Set(plainLetters(stems).split(/\s+/))].map((stem) =>
    stem.replaceAll('*', '\\p{L}*'),
  );
  return new RegExp(`(?<!\\p{L})(?:${words.join('|')})(?!\\p{L})`, 'u');
};

const anyDebtWord = oneOf(Object.values(debtWords).join(' '));

/** Hebrew writes small words as letters in front of a word: and, the, in, to, from, that, as. */
const hebrewDebtWord = new RegExp(
  `(?<!\\p{L})[והבלמשכ]{1,3}${oneOf(debtWords['he'] ?? '').source.replace('(?<!\\p{L})', '')}`,
  'u',
);

/** Whether words tell of a debt, in whatever language they are: texts are mixed and mislabelled. */
export function tellsOfDebt(text: string): boolean {
  if (money.test(text)) return true;
  const plain = plainLetters(text);
  return anyDebtWord.test(plain) || hebrewDebtWord.test(plain);
}

const scripts: Readonly<Record<string, RegExp>> = {
  he: /\p{Script=Hebrew}/u,
  hi: /\p{Script=Devanagari}/u,
};
const latin = /\p{Script=Latin}/u;

/**
 * Whether we can read what is written in a language: we have its words, and the letters are those
 * of that language or Latin ones.
 */
export function isReadable(text: string, language: string): boolean {
  const short = languageCode(language);
  if (!Object.hasOwn(debtWords, short)) return false;
  const own = ownValue(scripts, short) ?? latin;
  return [...text.matchAll(/\p{L}/gu)].every(([letter]) => own.test(letter) || latin.test(letter));
}

/** The language of a BCP 47 tag, without its region: `es` of `es-MX`. */
export const languageCode = (tag: string) => (tag.split(/[-_]/)[0] ?? '').toLowerCase();
