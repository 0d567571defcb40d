/** What programs write around an earlier message, in the languages of the packs and their neighbours. */

/** `wrote`, as mail programs say it. */
const wrote = [
  'wrote|writes|escribi[óo]|a [ée]crit|schrieb|ha scritto|escreveu|schreef|skryf|geskryf|skrev',
  'כתב(?:/?ה)?|כתבה|님이 작성|작성|napisał(?:\\(a\\)|a)?|pisze|napsal(?:\\(a\\)|a)?|napísal(?:\\(a\\)|a)?',
  'пишет|написал(?:\\(а\\)|а)?|пише|написав|írta|a scris|έγραψε|kirjoitti|yazdı|va escriure',
  'ने लिखा|লিখেছেন|எழுதியது|రాశారు|نے لکھا|نوشت|menulis|(?:i?sinulat|isinulat) ni(?: .{1,80})?|đã viết|เขียนว่า',
  'كتب(?:ت)?|写道|寫道|写信|さんは書きました|のメッセージ',
].join('|');

/** A line under which an e-mail program puts what is answered: the day, who, and `wrote`. */
const intro = new RegExp(
  `^(?:on|el|le|am|il|em|op|w dniu|dnia|pada|noong|dne|den|ב-?|בתאריך|في)[ \\d].{4,160}(?:${wrote})\\s{0,3}:?$`,
  'iu',
);

/** The same with the name behind the verb, or with no verb but an address: all have a time or year. */
const otherIntros: readonly RegExp[] = [
  new RegExp(`^.{0,200}(?:${wrote})(?:\\s.{0,160})?:$`, 'iu'),
  new RegExp(`^-{2,}.{4,200}(?:${wrote})\\s{0,3}-{2,}$`, 'iu'),
  /^בתאריך .{4,160}מאת .{1,120}:$/u,
  /^في .{4,160}بواسطة .{1,120}:$/u,
  // In any language: a day, a time, an address, and a colon at the end.
  /^.{6,200}<[^\s@<>]{1,80}@[^\s@<>]{1,80}>.{0,40}:$/u,
];
const timeOrYear = /\d{1,2}[:.]\d{2}|(?<!\d)20\d{2}(?!\d)/u;
const quoting = /^(?:quoting|zitat von|citando a|citando|citazione di|citation de) .{1,160}:$/iu;

/** Longest line that a mail program writes of itself. */
const lineLimit = 400;

/** Digits of any script as those of ours, and one kind of colon. */
const inOurSigns = (line: string) =>
  line
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - 0x966))
    .replaceAll('：', ':');

/** Whether a line introduces the message that is quoted below it. */
export function isIntro(given: string): boolean {
  if (given.length > lineLimit) return false;
  const line = inOurSigns(given);
  if (intro.test(line) || quoting.test(line)) return true;
  return timeOrYear.test(line) && otherIntros.some((one) => one.test(line));
}

/** Names of the lines that an e-mail program repeats of the message below. */
const senders = [
  'from|de|von|da|van|מאת|od|от|від|من|发件人|發件人|寄件者|差出人|送信者|보낸 사람|보낸사람|प्रेषक|dari|daripada|mula kay',
  'mula sa|kimden|fra|från|lähettäjä|de la|feladó|από|จาก|từ',
].join('|');
const sender = new RegExp(`^(?:${senders})\\s{0,3}:\\s?(.+)$`, 'iu');

const headers = [
  senders,
  'envoyée? le|enviada(?: em)?|enviado em|ημερομηνία|απεσταλμένα|στάλθηκε|προς|θέμα|ส่ง|ถึง|เรื่อง|วันที่|đã gửi|đã gửi lúc|gửi',
  'elküldve|dátum|odoslané|komu|predmet|poslano|prima|za|lähetetty|gönderildi|보낸 날짜|받는사람|寄件日期|發送時間|發送日期|收件者',
  'dihantar|kopie|kopi|kopia|kopio|dw|udw|bcc|cci|cco|bilgi|másolatot kap|másolat|másolatok|копия|копія|κοιν\\.?|참조|抄送|副本|עותק|نسخة',
  'from|sent|date|to|cc|subject|de|von|gesendet|datum|an|betreff|da|inviato|data|a|oggetto',
  'enviado(?: el)?|fecha|para|asunto|envoy[ée](?: le)?|[àa]|objet|assunto|van|verzonden|aan|onderwerp',
  'מאת|נשלח|תאריך|אל|נושא|od|do|wysłano|temat|komu|předmět|odesláno|от|кому|тема|дата|отправлено',
  'від|надіслано|من|إلى|الى|الموضوع|التاريخ|تاريخ الإرسال|تم الإرسال|发件人|收件人|主题|日期|发送时间',
  '寄件者|收件者|主旨|主題|傳送時間|差出人|送信者|宛先|件名|日時|送信日時|보낸 사람|받는 사람|제목|날짜',
  'प्रेषक|प्रति|विषय|दिनांक|तारीख|भेजा गया|dari|kepada|ke|subjek|perihal|tanggal|tarikh|dikirim|dihantar',
  'mula kay|mula sa|para kay|paksa|petsa|kimden|kime|konu|tarih|gönderilme|fra|til|emne|dato|sendt',
  'från|till|ämne|skickat|lähettäjä|vastaanottaja|aihe|päivämäärä|de la|către|subiect|trimis|onderwerp',
  'gestuur|aan|từ|đến|chủ đề|ngày|từ:|feladó|címzett|tárgy',
].join('|');
const header = new RegExp(`^(?:${headers})\\s{0,3}:\\s?.+$`, 'iu');

/** Whether a line names the sender, addressee, day or subject of another message. */
export const isHeader = (line: string) => header.test(inOurSigns(line.slice(0, lineLimit)));

/** Whom a line of a header block names as the sender of what stands below; null for other lines. */
export const senderOf = (line: string): string | null =>
  sender.exec(inOurSigns(line.slice(0, lineLimit)))?.[1] ?? null;

/** A line of a mail program between what is new and what is passed on. */
const divider =
  /^-{2,}\s{0,3}(?:original|forwarded|urspr|mensaje|message|mensagem|messaggio|doorgestuurd|weitergeleitet|oorspronkelijk|oryginalna|przekazan|wiadomość|исходное|пересылаемое|пересланное|перенаправлен|रीडायरेक्ट|अग्रेषित|मूल संदेश|pesan|mesej|diteruskan|asli|ipinasang|naipasang|رسالة|الرسالة|转发|轉寄|原始邮件|原始郵件|转发的邮件|転送|元のメッセージ|전달된|원본|הודעה).*$/iu;
const forwarded =
  /^(?:begin forwarded message|forwarded message|inicio del mensaje reenviado|mensaje reenviado|d[ée]but du message (?:transf[ée]r[ée]|r[ée]exp[ée]di[ée])|message transf[ée]r[ée]|anfang der weitergeleiteten nachricht|weitergeleitete nachricht|inizio messaggio inoltrato|messaggio inoltrato|in[íi]cio da mensagem (?:reencaminhada|encaminhada)|mensagem encaminhada|begin doorgestuurd bericht|doorgestuurd bericht|תחילת ההודעה שהועברה|הודעה שהועברה|początek przekazywanej wiadomości|początek przesyłanej dalej wiadomości|przekazana wiadomość|wiadomość przekazana|начало переадресованного сообщения|переадресованное сообщение|пересланное сообщение|अग्रेषित संदेश|फ़ॉरवर्ड किया गया संदेश|बढ़ाया गया संदेश|awal pesan yang diteruskan|pesan (?:yang )?diteruskan|mesej dimajukan|ipinasang mensahe|naipasang mensahe|بداية الرسالة المعاد توجيهها|رسالة معاد توجيهها|رسالة محولة|تمت إعادة توجيهها|开始转发的邮件|转发的邮件|已转发|開始轉寄郵件|轉寄的郵件|已轉寄|転送されたメッセージ|전달된 메시지)\s{0,3}[:：]?$/iu;

/** Whether a line stands between what is new and what is passed on. */
export const isDivider = (line: string) =>
  divider.test(line.slice(0, lineLimit)) || forwarded.test(line);

/** Lines that people write too: only what follows shows whether a program wrote them. */
export const perhapsDivider = /^(?:_{8,}|--)$/u;

/** What programs put before the subject of an answer or of what is passed on. */
const prefixes =
  'fwd?|fw|wg|tr|rv|enc|re|res|aw|rif|sv|vs|vl|vb|antw|odp|pd|ynt|ilt|atb|bls|trs|r|i|הועבר|השב|пересл|на|إعادة توجيه|رد|转发|轉寄|答复|回复|回覆|転送|返信|전달|회신|अग्रेषित|ipinasa|terusan|balas';
const prefix = new RegExp(`^\\s{0,9}(?:${prefixes})(?:\\[\\d{1,3}\\])?\\s{0,3}[:：]`, 'iu');

/** Whether a line or subject begins with the mark of an answer or of a message passed on. */
export const isPassedOn = (line: string) => prefix.test(line);

/** A line of the signature that telephones put below. */
export const sentFrom =
  /^(?:sent from|enviado (?:desde|do|de)|envoy[ée] (?:de|depuis)|gesendet von|inviato da|verzonden (?:vanaf|met)|wysłane z|отправлено (?:с|из)|dikirim dari|dihantar dari|ipinadala mula|أرسلت من|تم الإرسال من|发自|從我的|मेरे .{1,20} से भेजा|נשלח מ).{0,60}$/iu;
