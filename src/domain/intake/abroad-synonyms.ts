import type { Field } from './fields.ts';

/**
 * Further names, parted by bars, as `synonyms` has them: Polish, Czech, Slovak, Hungarian, Romanian,
 * Croatian, Turkish, Indonesian, Malay, Greek, Russian, Ukrainian, Bulgarian, Japanese, Chinese, Korean and Arabic.
 */
export const abroadSynonyms: Readonly<Partial<Record<Field, string>>> = {
  customerReference: `
    kod kontrahenta | nr kontrahenta | numer kontrahenta | id klienta | akronim | cislo zakaznika | cislo odberatele |
    kod zakaznika | kod firmy | c zakaznika | zakaznicke cislo | kod odberatela | cislo odberatela | vevokod |
    ugyfelkod | vevoszam | partnerkod | cod client | cod partener | sifra kupca | sifra partnera | cari kod |
    cari kodu | cari hesap kodu | musteri no | musteri kodu | musteri numarasi | hesap kodu | kode pelanggan |
    no pelanggan | id pelanggan | kode customer | kod pelanggan | no akaun pelanggan | κωδικος πελατη | κωδικος |
    код клиента | номер клиента | код контрагента | код клієнта | клиент номер | 得意先コード | 顧客コード | 取引先コード |
    客户编号 | 客户代码 | 고객코드 | 거래처코드 | رقم العميل | كود العميل`,
  name: `
    nazwa nabywcy | nabywca nazwa | nazwa | dluznik | platnik | zakaznik | odberatel | odberatel nazev | nazev firmy |
    nazev odberatele | nazev zakaznika | jmeno | dluznik jmeno | obchodni jmeno | nazov firmy | nazov odberatela |
    nazov | vevo | vevo neve | ugyfel | ugyfel neve | ugyfelnev | partner neve | partnernev | nev | denumire client | nume client |
    denumire partener | kupac | naziv kupca | naziv partnera | kupac naziv | cari unvan | cari unvani | cari adi | cari hesap unvani |
    cari hesap adi | cari isim | musteri | musteri adi | musteri unvani | unvan | unvani | hesap adi | adi soyadi |
    nama pelanggan | pelanggan | nama customer | nama | nama debitur | debitur | nama syarikat | nama penghutang |
    επωνυμια | επωνυμια πελατη | πελατης | ονοματεπωνυμο | клиент | покупатель | контрагент | наименование клиента |
    наименование контрагента | наименование | фио | должник | клієнт | покупець | контрагент назва | клиент име |
    得意先名 | 顧客名 | 取引先名 | 得意先 | 氏名 | 客户名称 | 客户 | 购货单位 | 고객명 | 거래처명 | اسم العميل | العميل`,
  givenName:
    'imie | jmeno krestni | krstne meno | keresztnev | prenume | ime | ad | adi | nama depan | имя | ονομα | 名',
  familyName:
    'nazwisko | prijmeni | priezvisko | vezeteknev | nume de familie | prezime | soyad | soyadi | nama belakang | фамилия | επωνυμο | 姓',
  itemReference: `
    numer | numer faktury vat | nr faktury vat | faktura nr | faktura numer | nr fv | numer fv | cislo | cislo faktury | cislo fa |
    cislo dokladu | c dokladu | doklad | evidencni cislo | variabilni symbol faktury | cislo faktury | szamlaszam |
    szamla szama | szamla sorszam | szamla | bizonylatszam | sorszam | bizonylat | numar factura | nr factura |
    factura nr | serie si numar | broj racuna | racun broj | br racuna | fatura no | fatura numarasi | fatura nr |
    belge no | evrak no | fis no | no faktur | nomor faktur | no invoice | nomor invoice | faktur | no bukti | no invois | no bil |
    nombor invois | αριθμος τιμολογιου | αρ τιμολογιου | αρ παραστατικου | αριθμος παραστατικου | номер счета |
    номер счета фактуры | номер документа | счет | номер рахунку | рахунок | фактура | номер фактура | 請求書番号 |
    請求番号 | 伝票番号 | 发票号 | 发票号码 | 单据编号 | 송장번호 | 청구번호 | رقم الفاتورة`,
  issuedOn: `
    data wyst | data wystaw | data sprzedazy faktury | wystawiono | datum vystaveni | vystaveno | dat vystaveni | datum vyst | datum fakturace | datum vystavenia | vystavene |
    kiallitas datuma | kelt | szamla kelte | kiallitas | kibocsatas datuma | data emiterii | data facturii | data factura |
    datum izdavanja | datum racuna | fatura tarihi | belge tarihi | duzenleme tarihi | evrak tarihi | tanzim tarihi |
    tgl faktur | tanggal faktur | tgl invoice | tanggal invoice | tgl terbit | tanggal terbit | tarikh invois | tarikh bil |
    ημερομηνια εκδοσης | ημ εκδοσης | ημερομηνια τιμολογιου | дата счета | дата выставления | дата документа | дата выписки |
    дата рахунку | дата на издаване | дата на фактура | 請求日 | 発行日 | 請求書日付 | 伝票日付 | 开票日期 | 发票日期 | 单据日期 | 송장일 | 발행일 | 청구일 | تاريخ الفاتورة`,
  dueOn: `
    termin | termin plat | data zaplaty termin | platne do | splatnosc | splatno | splatno do | splatnost | datum splatnosti |
    dat splatnosti | splatne | splatne do | splatnost faktury | fizetesi hatarido | fizetesi hatarido datuma | hatarido | esedekesseg | lejarat |
    esedekes | data scadentei | scadenta | data scadenta | termen de plata | datum dospijeca | dospijece | dospeva |
    vade tarihi | vade | son odeme tarihi | odeme tarihi vade | jatuh tempo | tgl jatuh tempo | tanggal jatuh tempo | tarikh akhir |
    tarikh akhir bayaran | tarikh tamat tempoh | ημερομηνια ληξης | ληξη | ημ ληξης | προθεσμια πληρωμης | срок оплаты | оплатить до |
    дата оплаты план | срок платежа | термін оплати | сплатити до | падеж | дата на падеж | 支払期日 | 支払期限 | 入金予定日 | 期日 | 到期日 | 付款期限 | 만기일 |
    지급기일 | 납기일 | تاريخ الاستحقاق`,
  daysPastDue: `
    dni po term | po terminie dni | dni zwloki | dnu po splatnosti | dni po splatnosti | dny po splatnosti | po splatnosti dnu | keses napok | kesedelmes napok |
    zile intarziere | zile restanta | dana kasnjenja | gecikme gunu | geciken gun | gun gecikme | hari terlambat | hari tunggakan | umur piutang | hari lewat |
    ημερες καθυστερησης | дней просрочки | просрочка дней | днів прострочення | дни просрочие | 延滞日数 | 逾期天数 | 연체일수 | أيام التأخير`,
  amount: `
    kwota faktury | razem brutto | suma brutto | do zaplaty brutto faktury | wartosc | wartosc faktury | celkem | celkem s dph | castka | castka celkem |
    castka faktury | fakturovano | suma celkom | celkom | celkom s dph | suma faktury | osszeg | brutto osszeg |
    szamla osszege | vegosszeg | brutto vegosszeg | valoare | valoare factura | valoare totala | total factura lei | iznos | iznos racuna | ukupan iznos | ukupno |
    tutar | fatura tutari | toplam | toplam tutar | genel toplam | belge tutari | nilai faktur | nilai invoice | jumlah | jumlah faktur | total faktur | jumlah invois | jumlah bil |
    ποσο | συνολο | αξια | συνολικη αξια | сумма счета | сумма документа | сумма | сумма с ндс | сума | сума рахунку | стойност |
    請求額 | 請求金額 | 金額 | 合計金額 | 发票金额 | 金额 | 应收金额 | 송장금액 | 청구금액 | 금액 | مبلغ الفاتورة | المبلغ | قيمة الفاتورة`,
  paidAmount: `
    zaplacono kwota | wplacono | oplacono | wplaty | suma wplat | uhrazeno | uhrazena castka | zaplaceno | uhradene | zaplatene | kifizetve |
    kifizetett osszeg | kiegyenlitve | befizetett | achitat | incasat | suma incasata | suma achitata | placeno | uplaceno | odenen | odenen tutar | tahsil edilen | tahsilat |
    dibayar | jumlah dibayar | terbayar | sudah dibayar | pembayaran | dibayar amaun | πληρωθεν | εξοφληθεν | оплачено | сплачено | платено | 入金額 | 入金済額 | 已付金额 | 已收金额 | 입금액 | 수금액 | المدفوع`,
  balance: `
    pozostalo do zaplaty | pozostaje do zaplaty | do zaplaty kwota | zaleglosc | naleznosc | kwota naleznosci | saldo do zaplaty | niezaplacono | nierozliczone | pozostalo | kwota pozostala |
    k likvidaci | k uhrade | zbyva uhradit | zbyva zaplatit | zbyva | neuhrazeno | nedoplatek | dluzna castka | zbyva k uhrade | zostatok | zostava uhradit | k uhrade zostava | neuhradene |
    nedoplatok | tartozas | hatralek | fizetendo | nyitott osszeg | kiegyenlitetlen | fennmarado osszeg | hatralevo osszeg | egyenleg | sold | rest de plata | rest plata | de incasat | sold neincasat | ramas de plata | dugovanje | za platiti |
    preostalo | otvoreno | neplaceno | kalan | kalan tutar | bakiye | borc | borc bakiye | acik tutar | odenmemis tutar | kalan borc | sisa | sisa piutang | sisa tagihan |
    saldo piutang | piutang | tunggakan | jumlah tunggakan | belum dibayar | kekurangan | baki | baki tertunggak | jumlah tertunggak | υπολοιπο | ανεξοφλητο | οφειλη | остаток | остаток долга | задолженность |
    долг | сумма долга | к оплате | залишок | борг | заборгованість | остатък | задължение | 未払額 | 未収金額 | 未収額 | 売掛残高 | 残高 | 未入金額 | 未付金额 | 未收金额 |
    应收余额 | 余额 | 欠款 | 미수금 | 잔액 | 미납금액 | المتبقي | الرصيد | المبلغ المستحق`,
  currency:
    'mena faktury | penznem | valuta facturii | moneta | para birimi | doviz cinsi | νομισμα | валюта | 通貨 | 币种 | 통화 | العملة',
  status:
    'status platnosci | stav | stav uhrady | stav faktury | allapot | statusz | stare | durum | odeme durumu | статус | κατασταση | 状態 | 状态 | 상태 | الحالة',
  phone1:
    'telefon klienta | nr tel | tel klienta | telefon cislo | telefonszam | numar telefon | broj telefona | telefon no | no telepon | nomor telepon | telepon | no telp | no tel | τηλεφωνο | телефон | 電話番号 | 电话 | 전화번호 | الهاتف',
  mobile:
    'telefon komorkowy | komorka | nr komorkowy | mobilni telefon | mobil cislo | cep telefonu | cep | gsm no | no hp | no handphone | nomor hp | no telefon bimbit | κινητο | мобильный | мобильный телефон | 携帯電話 | 手机 | 휴대폰 | الجوال',
  email1:
    'e posta | eposta | adres email | email zakaznika | emailova adresa | e mail cim | emailcim | surel | alamat email | эл почта | электронная почта | メールアドレス | メール | 电子邮件 | 이메일 | البريد الالكتروني',
  street:
    'adres ulica | ulice | ulica cislo | utca | cim | strada | adresa | alamat | adres cadde | διευθυνση | адрес | 住所 | 地址 | 주소 | العنوان',
  city: 'miejsc | mesto | obec | varos | telepules | oras | localitate | grad | sehir | il | kota | bandar | πολη | город | місто | 市',
  postalCode:
    'psc | iranyitoszam | irsz | cod postal | postanski broj | posta kodu | kode pos | poskod | τκ | индекс | 郵便番号 | 邮编 | 우편번호',
  birthDate:
    'data urodzenia | datum narozeni | datum narodenia | szuletesi datum | data nasterii | datum rodenja | dogum tarihi | tanggal lahir | tgl lahir | tarikh lahir | дата рождения | 生年月日 | 出生日期',
  accountReference:
    'cislo smlouvy | smlouva | cislo zmluvy | szerzodesszam | szerzodes szama | numar contract | nr contract | broj ugovora | sozlesme no | abone no | no kontrak | nomor kontrak | no akaun | no akun | номер договора | договор | 契約番号 | 合同编号 | 계약번호 | رقم العقد',
};
