/** How mail programs begin the subject of a reply that nobody wrote, in the languages of the packs. */
const subjects =
  /^\s{0,9}(?:automatic reply|auto(?:matic)?[ -]?(?:reply|response|responder)|out of (?:the )?office|respuesta autom[áa]tica|fuera de la oficina|r[ée]ponse automatique|absence du bureau|message d['’]absence|automatische (?:antwort|antwoord)|abwesenheit\p{L}*|abwesend|risposta automatica|fuori (?:sede|ufficio)|resposta autom[áa]tica|fora do escrit[óo]rio|afwezigheid\p{L}*|afwezig|תשובה אוטומטית|מענה אוטומטי|מחוץ למשרד|automatyczna odpowied[źz]|autoodpowied[źz]|poza biurem|автоматический ответ|автоответ|нет на месте|स्वचालित (?:उत्तर|जवाब)|رد تلقائي|خارج المكتب|自动(?:回复|答复)|自動(?:回覆|返信|応答)|자동 (?:회신|응답)|balasan (?:otomatis|automatik)|awtomatikong tugon|outomatiese antwoord|otomatik (?:yan[ıi]t|cevap)|tr[ảa] l[ờo]i t[ựu] [đd][ộo]ng|automatiskt? svar|autosvar)(?!\p{L})/iu;

/** How telephones and messengers begin a text that says that somebody drives or is away. */
const beginnings =
  /^\s{0,9}(?:(?:this is an? )?auto(?:mated|matic)?[ -]?(?:reply|response)|\(i.?m not receiving notifications|i.?m driving with (?:the )?(?:do not disturb|driving) |(?:i am|i['’]m) (?:currently )?out of (?:the )?office|respuesta autom[áa]tica|r[ée]ponse automatique|automatische antwort|risposta automatica|resposta autom[áa]tica|תשובה אוטומטית|automatyczna odpowied[źz]|автоматический ответ|स्वचालित (?:उत्तर|जवाब)|رد تلقائي|自动(?:回复|答复)|自動(?:回覆|返信|応答)|balasan (?:otomatis|automatik)|awtomatikong tugon)(?!\p{L})/iu;

/** Whether a message looks like an answer that a machine sent: nobody has read ours, nobody answers. */
export function looksAutomatic({
  subject,
  words,
}: {
  readonly subject: string | null;
  readonly words: string;
}): boolean {
  return (subject !== null && subjects.test(subject)) || beginnings.test(words.slice(0, 200));
}
