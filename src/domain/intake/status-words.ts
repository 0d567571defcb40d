/** What files say of an item, by what becomes of it here, without accents and in lower case. */
const listed = {
  open: `open|opened|outstanding|unpaid|not paid|due|overdue|past due|late|delinquent|sent|issued|approved|
    authorised|authorized|posted|active|pending|awaiting payment|partial|partially paid|partly paid|partiallypaid|
    in collection|in collections|collection|collections|placed|charged off|charge off|chargedoff|
    default|defaulted|viewed|reminded|dunned|returned|bounced|unpaid and overdue|
    offen|uberfallig|fallig|teilbezahlt|teilweise bezahlt|angemahnt|gemahnt|mahnung|inkasso|im inkasso|
    in mahnung|unbezahlt|versendet|verschickt|gebucht|rucklastschrift|
    pendiente|pendientes|vencido|vencida|impagado|impagada|impago|parcial|pagado parcialmente|cobro parcial|
    en cobro|en cobranza|cobranza|enviada|emitida|devuelto|devuelta|abierto|abierta|moroso|vigente|en mora|
    impaye|impayee|en retard|en attente|echu|echue|envoyee|ouvert|ouverte|partiellement paye|
    partiellement payee|relance|relancee|contentieux|en recouvrement|
    em aberto|aberto|aberta|atrasado|atrasada|em atraso|a vencer|vencida|recebido parcialmente|
    parcialmente recebido|parcialmente pago|pendente|em cobranca|emitido|inadimplente|
    aperto|aperta|scaduto|scaduta|non pagato|non pagata|insoluto|da saldare|da incassare|parzialmente pagato|
    parziale|emessa|inviata|sollecitato|sollecitata|in sofferenza|
    openstaand|vervallen|te laat|onbetaald|deels betaald|gedeeltelijk betaald|verzonden|aangemaand|
    herinnerd|incasso|bij incasso|
    forfallen|obetald|skickad|delbetald|paminnelse|ubetalt|forfalt|sendt|apent|abent|forfaldt|
    niezaplacona|niezaplacone|przeterminowana|czesciowo zaplacona|wystawiona|wyslana|czesciowo oplacona|nieoplacona|
    po terminie|payment due|payment overdue|not fully paid|partly settled|outstanding balance|unsettled|in dunning|
    dunning|escalated|neuhrazeno|neuhrazena|castecne uhrazeno|po splatnosti|neuhradena|kiegyenlitetlen|lejart|
    neplatita|restanta|partial achitata|acik|odenmedi|kismi odendi|gecikmis|belum lunas|belum dibayar|sebagian|
    jatuh tempo|avoin|eraantynyt|
    פתוח|פתוחה|לא שולם|לא שולמה|באיחור|בפיגור|שולם חלקית|נשלח|נשלחה|בגבייה|בגביה`,
  disputed: `disputed|in dispute|dispute|query|queried|contested|on dispute|strittig|bestritten|reklamiert|
    reklamation|klarfall|en disputa|disputado|disputada|en reclamacion|reclamado|reclamada|conteste|contestee|litige|
    en litige|contestado|contestada|em disputa|contestato|contestata|in contestazione|betwist|in geschil|tvist|
    tvistad|omtvistet|reklameret|במחלוקת|בבירור`,
  paid: `paid|paid in full|fully paid|settled|cleared|bezahlt|
    voll bezahlt|ausgeglichen|beglichen|pagado|pagada|cobrado|cobrada|liquidado|liquidada|
    saldado|saldada|paye|payee|regle|reglee|solde|soldee|encaisse|pago|paga|recebido|recebida|quitado|
    quitada|saldato|saldata|pagato|pagata|incassato|incassata|betaald|voldaan|betald|slutbetald|
    betalt|zaplacona|zaplacone|oplacona|uhrazeno|uhrazena|uhradena|kiegyenlitve|achitata|odendi|lunas|maksettu|שולם|שולמה|נפרע`,
  cancelled: `cancelled|canceled|void|voided|reversed|credited|deleted|storniert|storno|gutgeschrieben|
    annulliert|anulado|anulada|cancelado|cancelada|rectificada|annule|annulee|estornado|estornada|
    annullato|annullata|stornato|stornata|geannuleerd|vervallen verklaard|gecrediteerd|makulerad|krediterad|kreditert|
    annullert|krediteret|anulowana|בוטל|בוטלה|מבוטל|מבוטלת|זוכה`,
  left_out: `draft|proforma|pro forma|quote|estimate|not sent|entwurf|angebot|borrador|presupuesto|proforma|
    brouillon|devis|rascunho|orcamento|bozza|preventivo|concept|utkast|kladde|szkic|טיוטה|הצעת מחיר`,
} as const;

/** What a file's word for the state of an item means; others are asked. */
export const statusWords: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(listed).flatMap(([status, words]) =>
    words.split('|').map((word) => [word.trim(), status] as const),
  ),
);

/** A word for a state without accents and the signs between its parts. */
export function plainStatus(word: string): string {
  return word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ł/gi, 'l')
    .replace(/ø/gi, 'o')
    .replace(/ı/g, 'i')
    .replace(/[\s_-]+/g, ' ')
    .trim();
}
