import type { Wording } from '../wording.ts';

/** Indonesian and Malay. */
export const id: Wording = {
  language: 'id',
  words: {
    stop: 'berhenti|stop|hentikan|setop|berenti|tolong berhenti|sudahi',
    reach: `telepon|telpon|telfon|tlp|telp|nelpon|nelfon|menelepon|menelpon|hubungi|menghubungi|
      sms|wa|whatsapp|
      chat|kirim|kirimi|mengirim|ganggu|mengganggu|teror|meneror|kontak|mengontak|tagih|menagih|
      pesan|
      panggilan|email|spam|kirim pesan`,
  },
  keywords: {
    optOut: 'berhenti | hentikan | setop | stop sms | batal | keluar | unreg | henti',
    optIn: 'mulai | daftar',
    help: 'bantuan | tolong',
  },
  courtesy: 'tolong mohon ya pak bu terima kasih sekarang segera dong',
  sure: `
    (?:<stop>) (?:untuk |me |semua |meng )?(?:<reach>)(?: _){0,2}
    (?:jangan|jgn|tidak usah|ga usah|gak usah|dilarang) (?:pernah |lagi |
      lg )?(?:<reach>) (?:_ ){0,3}(?:lagi|lg|
      saya|aku|nomor ini|no ini|ke sini)
    (?:hapus|keluarkan|buang) (?:nomor|no|data|nama|saya)(?: _){0,3}
    (?:tidak|ga|gak|tak) (?:mau|ingin) (?:_ )?(?:dihubungi|ditelepon|ditelpon|diganggu|
      menerima)(?: _){0,2}
    jangan (?:ganggu|hubungi|teror) (?:saya|aku|kami)
  `,
  unsure: `
    (?:berhenti|hentikan|cukup|setop)(?: tolong| ya| sekarang| dong)*(?= [.?]|$)
    kenapa (?:_ ){0,2}(?:telepon|telpon|hubungi|sms|teror|nelpon) (?:_ )?(?:terus|melulu|lagi)
    (?:ganggu|mengganggu|teror) (?:terus|banget|sekali)
    (?:jangan|jgn) (?:<reach>)
  `,
  lookAlikes: `(?:balas|ketik|kirim) (?:stop|berhenti|unreg)(?: ~)?\n(?:sudah|saya) berhenti (?:kerja|
      bekerja)(?: _)?`,
  doubts: 'kalau|jika|bila',
  onlyThen: `
    (?:jangan|jgn) (?:<reach>) (?:_ ){0,2}(?:sekarang|malam|kantor|di kantor|pagi|hari ini|besok|
      sebelum|saat|
      ketika|jam)(?: _){0,4}
  `,
  media: {
    phone_call: `telepon|telpon|telfon|tlp|telp|nelpon|nelfon|menelepon|menelpon|panggilan|ditelepon|
        ditelpon`,
    sms: 'sms|pesan',
    email: 'email',
    messaging: 'wa|whatsapp',
  },
  here: 'nomor|no|nomor ini|data',
  everything:
    'hubungi|menghubungi|ganggu|mengganggu|teror|meneror|kontak|mengontak|dihubungi|diganggu',
  also: {
    deceased: `
      meninggal(?: dunia)?
      (?:wafat|almarhum|almarhumah|mendiang)
      (?:sudah|telah) tiada
    `,
    dispute: 'bukan (?:utang|hutang) saya\nsudah (?:lunas|bayar|dibayar)(?: _)?',
    attorney: '(?:pengacara|kuasa hukum) saya',
    wrong_person: 'salah (?:nomor|sambung|orang)',
  },
  fix: '',
  leave: '',
};
