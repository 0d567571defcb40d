import { shortWording } from './short-wording.ts';

/**
 * Languages that are spoken where the packs hold and have no list of their own: the words of the
 * telephone companies, and how people plainly ask not to be called or written to.
 */
export const shortWordings = [
  shortWording({
    language: 'hi',
    deceased: 'निधन(?: _)?\nदेहांत(?: _)?\nमृत्यु(?: _)?\nगुजर (?:गए|गया|गई)'
      .normalize('NFKD')
      .replace(/\p{M}/gu, ''),
    optOut: `रोकें | रोको | रोकिए | रुकें | रुको | रुकिए | बंद करें | बंद करो | बंद कीजिए | बंद | बस | बस करो |
      स्टॉप | हटाएं | हटाओ | मना | नहीं चाहिए`,
    optIn: 'शुरू | चालू करें',
    help: 'मदद | सहायता',
    courtesy: 'कृपया जी अभी तुरंत धन्यवाद मुझे',
    sure: '~(?:कॉल|फोन|फ़ोन|मैसेज|संदेश|संपर्क) (?:_ )?(?:मत|न|ना|बंद) ~_'
      .normalize('NFKD')
      .replace(/\p{M}/gu, ''),
  }),
  shortWording({
    language: 'mr',
    optOut: 'थांबा | थांबवा | बंद करा | नको',
    help: 'मदत',
  }),
  shortWording({ language: 'bn', optOut: 'থামুন | থামান | বন্ধ করুন | বন্ধ | থামো', help: 'সাহায্য' }),
  shortWording({
    language: 'ta',
    optOut: 'நிறுத்து | நிறுத்துங்கள் | நிறுத்தவும் | வேண்டாம்',
    help: 'உதவி',
  }),
  shortWording({ language: 'te', optOut: 'ఆపండి | ఆపు | ఆపివేయండి | వద్దు', help: 'సహాయం' }),
  shortWording({ language: 'gu', optOut: 'બંધ કરો | રોકો | અટકાવો | બંધ', help: 'મદદ' }),
  shortWording({ language: 'kn', optOut: 'ನಿಲ್ಲಿಸಿ | ನಿಲ್ಲಿಸು | ಬೇಡ', help: 'ಸಹಾಯ' }),
  shortWording({ language: 'ml', optOut: 'നിർത്തുക | നിർത്തൂ | വേണ്ട', help: 'സഹായം' }),
  shortWording({ language: 'pa', optOut: 'ਰੋਕੋ | ਬੰਦ ਕਰੋ | ਬੰਦ', help: 'ਮਦਦ' }),
  shortWording({ language: 'ur', optOut: 'روکیں | روکو | بند کریں | بند کرو | بند', help: 'مدد' }),
  shortWording({
    language: 'tl',
    deceased: '(?:namatay|pumanaw|yumao|namayapa)(?: na)?\npatay na(?: _)?\nsumakabilang buhay',
    optOut: `tigil | itigil | tigilan | ihinto | hinto | huminto | tama na | alisin | tanggalin |
      tigil na | itigil na | ayoko na | ayaw ko na | wag na | huwag na`,
    optIn: 'simulan | magsimula',
    help: 'tulong',
    courtesy: 'po pakiusap paki salamat ngayon na agad please pls opo',
    sure: `
      (?:huwag|wag) (?:na |nyo |ninyo |po |kayo |kayong |akong |mo |ako ){0,4}(?:tumawag|tawagan|
        mag text|magtext|itext|i text|mag message|kontakin|makipag ugnayan)(?: _){0,2}
      (?:tigilan|itigil) (?:na |nyo |ninyo |po |mo |ang ){0,4}(?:ako|pagtawag|pag text|pagtext|
        mga tawag|mga text)
    `,
  }),
  shortWording({
    language: 'ru',
    deceased: '(?:умер|умерла|скончался|скончалась|погиб|погибла)\nсвидетельство о смерти'
      .normalize('NFKD')
      .replace(/\p{M}/gu, ''),
    optOut: `стоп | остановить | остановите | прекратите | прекратить | отписаться | отписка |
      отпишите | отказ | хватит | отмена | отменить | не звоните | не пишите | удалите меня`,
    optIn: 'старт | начать | возобновить | подписаться',
    help: 'помощь | справка',
    courtesy: 'пожалуйста спасибо сейчас немедленно меня здравствуйте прошу мне больше',
    sure: `
      (?:больше )?не (?:звоните|пишите|беспокоите|беспокойте|связывайтесь|присылайте)(?: _){0,3}
      (?:прекратите|перестаньте|хватит) (?:мне |нам )?(?:звонить|писать|беспокоить|слать|
        присылать)(?: _){0,2}
    `,
  }),
  shortWording({
    language: 'uk',
    deceased: '(?:помер|померла|загинув|загинула)\nсвідоцтво про смерть'
      .normalize('NFKD')
      .replace(/\p{M}/gu, ''),
    optOut: 'стоп | зупинити | припиніть | відписатися | досить | не дзвоніть | не пишіть',
    help: 'допомога',
    courtesy: 'будь ласка дякую зараз мені більше',
    sure: `
      (?:більше )?не (?:дзвоніть|пишіть|турбуйте|надсилайте)(?: _){0,3}
      (?:припиніть|перестаньте) (?:мені )?(?:дзвонити|писати|турбувати)(?: _){0,2}
    `,
  }),
  shortWording({
    language: 'ar',
    deceased: '(?:توفي|توفى|توفيت|متوفى|متوفي|متوفاة|المرحوم|المرحومة)\nشهادة (?:وفاة|الوفاة)'
      .normalize('NFKD')
      .replace(/\p{M}/gu, ''),
    optOut: `توقف | توقفوا | أوقف | اوقف | أوقفوا | إيقاف | ايقاف | قف | إلغاء | الغاء | كفى | كفاية |
      إلغاء الاشتراك | الغاء الاشتراك | لا تتصل | لا تتصلوا | احذفوني`,
    optIn: 'ابدأ | بدء | اشتراك',
    help: 'مساعدة',
    courtesy: 'من فضلك فضلكم رجاء شكرا الآن فورا لو سمحت سمحتم أرجو',
    sure: `
      (?:لا|لن) (?:تتصل|تتصلوا|تراسلوني|تراسلني|تزعجوني|تزعجني|ترسلوا|ترسل)(?: _){0,3}
      (?:توقفوا|توقف|كفوا) عن (?:ال)?(?:اتصال|مراسلتي|ازعاجي|ارسال|الاتصال)(?: _){0,2}
    `,
  }),
  shortWording({
    language: 'zh',
    deceased: '_?(?:去世|過世|过世|逝世|死亡證|死亡证|已故|已经死|已經死)_?',
    optOut: `停止 | 停 | 退订 | 退訂 | 取消 | 取消订阅 | 取消訂閱 | 不要 | 拒收 | 终止 | 終止 | 停止发送 | 停止發送 |
      停止联系 | 停止聯絡 | 不要再发 | 不要再發 | 别再发了 | 別再發了 | 请停止 | 請停止 | 移除 | 别打了 | 別打了 | 不要再打 | td`,
    optIn: '开始 | 開始 | 订阅 | 訂閱',
    help: '帮助 | 幫助',
    courtesy: '请 請 谢谢 謝謝 立即 马上 馬上',
    sure: `
      [^ .?#]*(?:不要|别|別|勿|停止|不准|不許)(?:再)?(?:给|給|向|跟|和|与|與)?(?:我|我们|我們)?(?:打|打电话|打電話|
        联系|聯繫|聯絡|发短信|發短信|发信息|發訊息|骚扰|騷擾)[^ .?#]*
    `,
  }),
  shortWording({
    language: 'ko',
    deceased: '_?(?:사망|돌아가셨|별세|고인이)_?'.normalize('NFKD').replace(/\p{M}/gu, ''),
    optOut: '중지 | 정지 | 수신거부 | 그만 | 중단 | 멈춰',
    help: '도움말',
  }),
  shortWording({
    language: 'ja',
    deceased: '_?(?:死亡|亡くなり|亡くなっ|他界|逝去)_?'.normalize('NFKD').replace(/\p{M}/gu, ''),
    optOut: '停止 | 中止 | 配信停止 | やめて | ストップ',
    help: 'ヘルプ',
  }),
  shortWording({
    language: 'vi',
    optOut: 'dừng | ngừng | dừng lại | hủy | huỷ | thôi | từ chối | hủy đăng ký',
    help: 'trợ giúp',
    courtesy: 'xin vui lòng làm ơn ngay',
    sure: '(?:đừng|ngung|dung|ngưng) (?:gọi|nhắn tin|lien lac|liên lạc|goi|nhan tin)(?: _){0,3}',
  }),
  shortWording({
    language: 'pl',
    deceased: '(?:zmarl|zmarla|zmarł|zmarła)\n(?:nie zyje|nie żyje)\nakt zgonu'
      .normalize('NFKD')
      .replace(/\p{M}/gu, ''),
    optOut: `stop | koniec | rezygnuję | rezygnuje | wypisz | wypisz mnie | anuluj | zatrzymaj |
      przestańcie | przestań | przestancie | dość | dosc | usuń | usuńcie mnie | wyrejestruj`,
    optIn: 'start | wznów',
    help: 'pomoc',
    courtesy: 'proszę prosze dziękuję dziekuje natychmiast teraz mnie pana panią dzień dobry',
    sure: `
      (?:prosze )?(?:nie|juz nie|wiecej nie) (?:dzwon_|dzwoncie|dzwonic|piszcie|pisac|kontaktowac)(?: _){0,3}
      (?:przestancie|przestan) (?:do mnie )?(?:dzwonic|pisac)(?: _){0,2}
    `,
  }),
  shortWording({
    language: 'nl',
    deceased: '(?:is )?overleden\n(?:hij|zij|man|vrouw|vader|moeder) is dood\noverlijdensakte',
    optOut: `stop | stoppen | afmelden | uitschrijven | annuleren | opzeggen | beëindigen | genoeg |
      hou op | stop ermee | laat me met rust | laat mij met rust`,
    help: 'hulp',
    courtesy: 'alstublieft aub alsjeblieft bedankt nu direct onmiddellijk graag mij',
    sure: `
      (?:bel|app|mail|sms|schrijf|contacteer) (?:mij|me|ons) niet (?:meer|langer)(?: _){0,2}
      (?:stop|hou op|houd op) met (?:_ )?(?:bellen|sms en|appen|mailen|schrijven|berichten)
    `,
  }),
  shortWording({
    language: 'af',
    deceased: '(?:is )?(?:oorlede|oorleden)\n(?:hy|sy|man|vrou|pa|ma) is dood',
    optOut: 'stop | hou op | staak | kanselleer | teken uit',
    help: 'hulp',
  }),
  shortWording({ language: 'zu', optOut: 'misa | yima | yeka | yekani', help: 'usizo' }),
  shortWording({ language: 'xh', optOut: 'misa | yeka | yekani', help: 'uncedo' }),
  shortWording({ language: 'st', optOut: 'ema | emisa | kgaotsa', help: 'thuso' }),
  shortWording({
    language: 'ms',
    deceased: 'meninggal(?: dunia)?\n(?:arwah|allahyarham|allahyarhamah)',
    optOut: 'berhenti | hentikan | henti | batal | tamat',
    help: 'bantuan',
  }),
  shortWording({ language: 'tr', optOut: 'dur | durdur | iptal | çıkış | yeter', help: 'yardım' }),
  shortWording({ language: 'am', optOut: 'አቁም | አቁሙ | ይቁም', help: 'እርዳታ' }),
  shortWording({ language: 'ga', optOut: 'stad | stop | scoir', help: 'cabhair' }),
  shortWording({
    language: 'cy',
    optOut: 'stop | stopiwch | peidiwch | rhoi gorau',
    help: 'cymorth',
  }),
  shortWording({ language: 'ht', optOut: 'sispann | rete | kanpe', help: 'èd' }),
];
