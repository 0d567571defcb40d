/** Regions of a country and the towns that tell them, divided by commas. */
type Towns = Readonly<Record<string, string>>;

const AU: Towns = {
  NSW: 'sydney, newcastle, wollongong, central coast, parramatta, sidney, סידני',
  NT: 'darwin, alice springs',
  QLD: 'brisbane, gold coast, sunshine coast, townsville, cairns, toowoomba, mackay',
  SA: 'adelaide',
  TAS: 'hobart, launceston',
  VIC: 'melbourne, geelong, ballarat, bendigo, מלבורן',
  WA: 'perth, fremantle, mandurah, פרת׳',
};

const ES: Towns = {
  GC: 'gran canaria, las palmas de gran canaria, lanzarote, fuerteventura, arrecife, telde, maspalomas',
  TF: 'santa cruz de tenerife, la laguna, la palma, la gomera, el hierro, arona, adeje',
  BI: 'bilbao',
  SS: 'san sebastian, donostia',
  PO: 'vigo',
  O: 'oviedo, gijon',
  A: 'elche',
  IB: 'palma, palma de mallorca, ibiza, menorca',
  VI: 'vitoria, vitoria gasteiz',
  CA: 'jerez de la frontera',
  MU: 'cartagena',
  NA: 'pamplona, iruna',
};

const ID: Towns = {
  AC: 'banda aceh',
  BA: 'denpasar',
  BT: 'tangerang, south tangerang, serang',
  JB: 'bandung, bekasi, depok, bogor',
  JI: 'surabaya, malang',
  JT: 'semarang, surakarta',
  KB: 'pontianak',
  KI: 'balikpapan, samarinda',
  KR: 'batam',
  KS: 'banjarmasin',
  MA: 'ambon',
  NT: 'kupang',
  PA: 'jayapura',
  RI: 'pekanbaru',
  SA: 'manado',
  SB: 'padang',
  SN: 'makassar',
  SS: 'palembang',
  SU: 'medan',
};

const GB: Towns = {
  ENG: `london, londres, birmingham, manchester, liverpool, leeds, sheffield, bristol, leicester, nottingham, newcastle upon tyne,
    coventry, bradford, brighton, plymouth, southampton, לונדון`,
  NIR: 'belfast, derry, londonderry, lisburn, newry',
  SCT: 'edinburgh, edimburgo, glasgow, aberdeen, dundee, inverness, stirling, paisley',
  WLS: 'cardiff, caerdydd, swansea, newport, wrexham',
};

const IN: Towns = {
  AP: 'visakhapatnam, vizag, vijayawada',
  BR: 'patna',
  DL: 'new delhi, nueva delhi, nova deli',
  GJ: 'ahmedabad, surat, vadodara, rajkot, baroda',
  KA: 'bengaluru, bangalore, mysuru, mysore',
  KL: 'kochi, cochin, thiruvananthapuram, trivandrum, kozhikode, calicut',
  MH: 'mumbai, bombay, pune, poona, nagpur, thane, nashik',
  MP: 'bhopal, indore',
  PB: 'ludhiana, amritsar',
  RJ: 'jaipur',
  TN: 'chennai, madras, coimbatore, madurai',
  TS: 'hyderabad, secunderabad',
  UP: 'lucknow, kanpur, ghaziabad, agra, varanasi, benares, noida, meerut',
  HR: 'gurgaon, gurugram, faridabad',
  WB: 'kolkata, calcutta, howrah',
};

/** The large towns of all other countries of our packs. */
export const OTHER_TOWNS: Readonly<Record<string, Towns>> = {
  ...{ AU, ES, GB, ID, IN },
  CO: {
    DC: 'bogota, bogota dc, santa fe de bogota, santafe de bogota, בוגוטה',
    ANT: 'medellin, itagui',
    ATL: 'barranquilla',
    BOL: 'cartagena de indias',
    CUN: 'soacha',
    MET: 'villavicencio',
    NSA: 'cucuta, san jose de cucuta',
    RIS: 'pereira',
    SAN: 'bucaramanga',
    TOL: 'ibague',
    VAC: 'cali, santiago de cali',
    MAG: 'santa marta',
    CAL: 'manizales',
  },
  PE: { LAL: 'trujillo', LAM: 'chiclayo', LOR: 'iquitos', JUN: 'huancayo', CAL: 'callao' },
  PH: {
    '00': 'manila, metro manila, quezon city, makati, caloocan, taguig, pasig, manila city',
    CEB: 'cebu city',
    DAS: 'davao city',
    ZAS: 'zamboanga city',
  },
  ZA: {
    EC: 'gqeberha, port elizabeth, east london',
    FS: 'bloemfontein',
    GP: 'johannesburg, johannesburgo, pretoria, tshwane, soweto, יוהנסבורג',
    KZN: 'durban, ethekwini, pietermaritzburg',
    LP: 'polokwane',
    WC: 'cape town, ciudad del cabo, kaapstad, קייפטאון',
  },
  MY: {
    '01': 'johor bahru',
    '07': 'george town, penang',
    '14': 'kuala lumpur',
    '08': 'ipoh',
    '13': 'kuching',
    '12': 'kota kinabalu',
    '10': 'shah alam, petaling jaya, klang',
  },
  DE: {
    BW: 'stuttgart',
    BY: 'munchen, muenchen, munich, nurnberg, nuremberg',
    HE: 'frankfurt am main, frankfurt',
    NI: 'hannover, hanover',
    NW: 'koln, koeln, cologne, colonia, dusseldorf, duesseldorf, dortmund, essen, duisburg, bochum, bonn',
    SN: 'leipzig, dresden',
  },
  IT: {
    '21': 'turin',
    '25': 'milan',
    '34': 'venice, venecia',
    '42': 'genoa',
    '52': 'florence, florencia',
    '62': 'rome',
    '72': 'naples, napoles',
  },
  PT: {
    '20': 'ponta delgada, angra do heroismo, horta, ribeira grande',
    '30': 'funchal, machico, camara de lobos, porto santo',
  },
  IL: {
    JM: 'jerusalem, ירושלים',
    TA: 'tel aviv yafo, תל אביב, תל אביב יפו',
    HA: 'חיפה',
    D: 'beersheba, beer sheva, באר שבע',
  },
};
