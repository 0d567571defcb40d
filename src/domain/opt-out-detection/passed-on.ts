import { isPassedOn } from './mail-programs.ts';

/**
 * What messengers put before a message that is copied out of a chat: `[16/11/2026, 09:14] Name:`,
 * `16.11.26, 9:14 AM - Name:`, `Name, [16.11.2026 09:14]`. Digits of any script.
 */
const stamp =
  '\\p{Nd}{1,4}[./\\-年]\\s?\\p{Nd}{1,2}[./\\-月]\\s?\\p{Nd}{1,4}日?|\\p{Nd}{1,2}[:.]\\p{Nd}{2}';
const copied: readonly RegExp[] = [
  new RegExp(`^\\[[^\\]]{0,30}(?:${stamp})[^\\]]{0,30}\\]\\s?.{0,80}`, 'u'),
  new RegExp(`^(?:${stamp})[,،、 ].{0,30}\\s[-–—~]\\s.{1,80}?:`, 'u'),
  new RegExp(`^.{1,80}, \\[[^\\]]{0,30}(?:${stamp})[^\\]]{0,30}\\]`, 'u'),
];

/** Words by which people say that what follows is what somebody wrote. */
const told: readonly string[] = [
  'ok(?:ay)?|see|look|fyi|this|your (?:text|message|sms|email|e-mail|letter)|you (?:wrote|said|sent|texted)|you sent me|i (?:got|received) this|quote|copy|re your (?:text|message)|in reply to|replied to|reply to',
  'su mensaje|tu mensaje|ustedes escribieron|me escribieron|usted escribió|me enviaron|recibí(?: esto)?|cita|en respuesta a|vale|mira|mire',
  'votre message|votre sms|vous avez écrit|vous m.avez écrit|j.ai reçu(?: ceci)?|citation|en réponse à|d.accord|voir',
  'ihre (?:nachricht|sms|mail)|sie schrieben|sie haben geschrieben|erhalten|zitat|antwort auf|siehe',
  'il vostro messaggio|il suo messaggio|avete scritto|ho ricevuto|citazione|in risposta a|guardate|va bene',
  'sua mensagem|vossa mensagem|você escreveu|vocês escreveram|recebi(?: isto| isso)?|citação|em resposta a|olha|veja',
  'uw bericht|u schreef|ontvangen|citaat|in antwoord op|zie|twoja wiadomość|państwa wiadomość|napisaliście|otrzymał[ae]m|cytat|zobacz',
  'ההודעה שלכם|כתבתם|קיבלתי|ציטוט|בתגובה ל|אוקיי|ваше сообщение|вы писали|вы написали|получил[а]?|цитата|в ответ на',
  'आपका संदेश|आपने लिखा|मुझे मिला|ठीक है|aapka message|pesan anda|anda menulis|saya terima|mesej anda|ang mensahe ninyo|sabi ninyo|natanggap ko',
  'رسالتكم|كتبتم|وصلني|استلمت|你们的短信|你们发的|收到|您的短信|您寫道|您写道|好的',
];
const tells = new RegExp(`^(?:${told.join('|')})\\s{0,3}[:：]`, 'iu');

const marks = ['"”“„״', "'’‘‚", '»«', '’‹›', '」', '』', '》', '〉', '`´'];
const opening = /^["“”„״'‘’‚«»‹›「『《〈`´]/u;

/** A text of several words that is nothing but a quotation. */
function isAllQuoted(text: string): boolean {
  if (!opening.test(text)) return false;
  const inside = text.slice(1, -1);
  const closes = marks.some((set) => set.includes(text.slice(-1)));
  return closes && inside.trim().split(/\s+/).length >= leastWords;
}

/** A quotation of fewer words may be a keyword in quotation marks. */
const leastWords = 4;

/** Whether a line begins what somebody else wrote and the sender copied or passed on. */
export function beginsPassedOn(line: string): boolean {
  return isPassedOn(line) || copied.some((one) => one.test(line)) || tells.test(line);
}

/** Whether a text is, as a whole, what somebody else may have written. */
export const isQuotation = (text: string) => isAllQuoted(text.trim());
