/**
 * The zones of countries and territories that have no table of their parts: those of the time zone
 * database (file `zone.tab`, public domain), by ISO 3166-1. Overseas parts that have a code of their
 * own (Réunion, Curaçao, Greenland, Norfolk Island, Jersey) stand here with their own clock.
 */
export const OTHER_COUNTRIES = `
  AD Europe/Andorra; AE Asia/Dubai; AF Asia/Kabul; AG America/Antigua; AI America/Anguilla;
  AL Europe/Tirane; AM Asia/Yerevan; AO Africa/Luanda;
  AQ Antarctica/McMurdo Antarctica/Casey Antarctica/Davis Antarctica/DumontDUrville
  Antarctica/Mawson Antarctica/Palmer Antarctica/Rothera Antarctica/Syowa Antarctica/Troll
  Antarctica/Vostok; AW America/Aruba; AX Europe/Mariehamn; AZ Asia/Baku; BA Europe/Sarajevo;
  BB America/Barbados; BD Asia/Dhaka; BF Africa/Ouagadougou; BH Asia/Bahrain;
  BI Africa/Bujumbura; BJ Africa/Porto-Novo; BL America/St_Barthelemy; BM Atlantic/Bermuda;
  BN Asia/Brunei; BO America/La_Paz; BQ America/Kralendijk; BS America/Nassau; BT Asia/Thimphu;
  BW Africa/Gaborone; BY Europe/Minsk; BZ America/Belize; CC Indian/Cocos;
  CD Africa/Kinshasa Africa/Lubumbashi; CF Africa/Bangui; CG Africa/Brazzaville;
  CH Europe/Zurich; CI Africa/Abidjan; CK Pacific/Rarotonga; CM Africa/Douala;
  CN Asia/Shanghai Asia/Urumqi; CR America/Costa_Rica; CU America/Havana; CV Atlantic/Cape_Verde;
  CW America/Curacao; CX Indian/Christmas; DJ Africa/Djibouti; DM America/Dominica;
  DO America/Santo_Domingo; DZ Africa/Algiers; EC America/Guayaquil Pacific/Galapagos;
  EG Africa/Cairo; EH Africa/El_Aaiun; ER Africa/Asmara; ET Africa/Addis_Ababa; FJ Pacific/Fiji;
  FK Atlantic/Stanley; FM Pacific/Chuuk Pacific/Pohnpei Pacific/Kosrae; FO Atlantic/Faroe;
  GA Africa/Libreville; GD America/Grenada; GE Asia/Tbilisi; GF America/Cayenne;
  GG Europe/Guernsey; GH Africa/Accra; GI Europe/Gibraltar;
  GL America/Nuuk America/Danmarkshavn America/Scoresbysund America/Thule; GM Africa/Banjul;
  GN Africa/Conakry; GP America/Guadeloupe; GQ Africa/Malabo; GS Atlantic/South_Georgia;
  GT America/Guatemala; GW Africa/Bissau; GY America/Guyana; HK Asia/Hong_Kong;
  HN America/Tegucigalpa; HT America/Port-au-Prince; IM Europe/Isle_of_Man; IO Indian/Chagos;
  IQ Asia/Baghdad; IR Asia/Tehran; IS Atlantic/Reykjavik; JE Europe/Jersey; JM America/Jamaica;
  JO Asia/Amman; JP Asia/Tokyo; KE Africa/Nairobi; KG Asia/Bishkek; KH Asia/Phnom_Penh;
  KI Pacific/Tarawa Pacific/Kanton Pacific/Kiritimati; KM Indian/Comoro; KN America/St_Kitts;
  KP Asia/Pyongyang; KR Asia/Seoul; KW Asia/Kuwait; KY America/Cayman;
  KZ Asia/Almaty Asia/Qyzylorda Asia/Qostanay Asia/Aqtobe Asia/Aqtau Asia/Atyrau Asia/Oral;
  LA Asia/Vientiane; LB Asia/Beirut; LC America/St_Lucia; LI Europe/Vaduz; LK Asia/Colombo;
  LR Africa/Monrovia; LS Africa/Maseru; LY Africa/Tripoli; MA Africa/Casablanca;
  MC Europe/Monaco; MD Europe/Chisinau; ME Europe/Podgorica; MF America/Marigot;
  MG Indian/Antananarivo; MH Pacific/Majuro Pacific/Kwajalein; MK Europe/Skopje;
  ML Africa/Bamako; MM Asia/Yangon; MN Asia/Ulaanbaatar Asia/Hovd; MO Asia/Macau;
  MQ America/Martinique; MR Africa/Nouakchott; MS America/Montserrat; MU Indian/Mauritius;
  MV Indian/Maldives; MW Africa/Blantyre; MZ Africa/Maputo; NA Africa/Windhoek;
  NC Pacific/Noumea; NE Africa/Niamey; NF Pacific/Norfolk; NG Africa/Lagos; NI America/Managua;
  NO Europe/Oslo; NP Asia/Kathmandu; NR Pacific/Nauru; NU Pacific/Niue;
  NZ Pacific/Auckland Pacific/Chatham; OM Asia/Muscat; PA America/Panama;
  PF Pacific/Tahiti Pacific/Marquesas Pacific/Gambier;
  PG Pacific/Port_Moresby Pacific/Bougainville; PK Asia/Karachi; PM America/Miquelon;
  PN Pacific/Pitcairn; PS Asia/Gaza Asia/Hebron; PW Pacific/Palau; PY America/Asuncion;
  QA Asia/Qatar; RE Indian/Reunion; RS Europe/Belgrade;
  RU Europe/Kaliningrad Europe/Moscow Europe/Kirov Europe/Volgograd Europe/Astrakhan
  Europe/Saratov Europe/Ulyanovsk Europe/Samara Asia/Yekaterinburg Asia/Omsk Asia/Novosibirsk
  Asia/Barnaul Asia/Tomsk Asia/Novokuznetsk Asia/Krasnoyarsk Asia/Irkutsk Asia/Chita
  Asia/Yakutsk Asia/Khandyga Asia/Vladivostok Asia/Ust-Nera Asia/Magadan Asia/Sakhalin
  Asia/Srednekolymsk Asia/Kamchatka Asia/Anadyr; RW Africa/Kigali; SA Asia/Riyadh;
  SB Pacific/Guadalcanal; SC Indian/Mahe; SD Africa/Khartoum; SH Atlantic/St_Helena;
  SJ Arctic/Longyearbyen; SL Africa/Freetown; SM Europe/San_Marino; SN Africa/Dakar;
  SO Africa/Mogadishu; SR America/Paramaribo; SS Africa/Juba; ST Africa/Sao_Tome;
  SV America/El_Salvador; SX America/Lower_Princes; SY Asia/Damascus; SZ Africa/Mbabane;
  TC America/Grand_Turk; TD Africa/Ndjamena; TF Indian/Kerguelen; TG Africa/Lome;
  TH Asia/Bangkok; TJ Asia/Dushanbe; TK Pacific/Fakaofo; TL Asia/Dili; TM Asia/Ashgabat;
  TN Africa/Tunis; TO Pacific/Tongatapu; TR Europe/Istanbul; TT America/Port_of_Spain;
  TV Pacific/Funafuti; TW Asia/Taipei; TZ Africa/Dar_es_Salaam; UA Europe/Simferopol Europe/Kyiv;
  UG Africa/Kampala; UM Pacific/Midway Pacific/Wake; UY America/Montevideo;
  UZ Asia/Samarkand Asia/Tashkent; VA Europe/Vatican; VC America/St_Vincent; VE America/Caracas;
  VG America/Tortola; VN Asia/Ho_Chi_Minh; VU Pacific/Efate; WF Pacific/Wallis; WS Pacific/Apia;
  XK Europe/Belgrade; YE Asia/Aden; YT Indian/Mayotte; ZM Africa/Lusaka; ZW Africa/Harare
`;
