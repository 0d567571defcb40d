/** How lines of a report begin that tell of the report and not of anybody who owes. */
const beginnings = [
  /^[*=_~-]{3,}/,
  /^\W*(?:page|seite|página|pagina|pág\.?|strona|sida|side|עמוד)\s*[:.]?\s*\d+/iu,
  /^\W*(?:printed|gedruckt|erstellt|impreso|imprimé|stampato|afgedrukt|exported|created|generated|produced|run)\s+(?:by|on|at|am|von|por|el|le|par|il|da|op|door|date)\b/iu,
  /^\W*(?:report|bericht|informe|rapport|relatório)\s+(?:generated|run|date|created|erstellt|datum)\b/iu,
  /^\W*(?:print|run|report|export|druck|erstellungs)[ -]?(?:date|time|datum|zeit)\b/iu,
  /^\W*(?:end of|ende de[rs]|fin del?|fin du|fine del|einde van)\s+\p{L}+/iu,
  /^\W*(?:end|ende|fin|fine|einde)\W*$/iu,
  /^\W*(?:number of|anzahl|número de|nombre de|numero di|aantal)\s+\p{L}+\s*[:=]?\s*\d*\W*$/iu,
  /^\W*(?:records|rows|datensätze|registros|zeilen|filas|lines)\s*[:=]\s*\d+/iu,
  /^\W*(?:confidential|vertraulich|confidencial|confidentiel|copyright|powered by|©|\(c\)\s)/iu,
  /\b(?:accrual|cash) basis\W*$/i,
];

/** Whether a line of text is one about the report: a page number, who printed it, its end. */
export function isAboutReport(text: string): boolean {
  return text.length <= 300 && beginnings.some((pattern) => pattern.test(text));
}
