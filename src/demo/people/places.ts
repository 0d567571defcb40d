/**
 * Places of the example book: real towns with a postal code and the beginning of their telephone
 * numbers. Towns and ZIP codes of the United States: GeoNames, CC BY 4.0 (NOTICE).
 */
export type Place = {
  readonly city: string;
  /** The part after the country in ISO 3166-2. */
  readonly region: string;
  readonly postalCode: string;
  /** What numbers there begin with, after the country code. */
  readonly dialling: string;
};

function placesOf(text: string): readonly Place[] {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [dialling = '', region = '', postalCode = '', ...city] = line.trim().split(' ');
      return {
        dialling,
        region,
        postalCode: postalCode.replace('_', ' '),
        city: city.join(' ').replaceAll('_', ' '),
      };
    });
}

/** Area code, state, ZIP code and town. */
export const usPlaces = placesOf(`
  201 NJ 07002 Bayonne
  202 DC 20001 Washington
  203 CT 06607 Bridgeport
  205 AL 35235 Birmingham
  206 WA 98138 Seattle
  207 ME 04109 Portland
  208 ID 83702 Boise
  210 TX 78244 San Antonio
  214 TX 75261 Dallas
  216 OH 44126 Cleveland
  218 MN 55808 Duluth
  219 IN 46406 Gary
  220 OH 45701 Athens
  225 LA 70822 Baton Rouge
  228 MS 39533 Biloxi
  229 GA 31705 Albany
  239 FL 33915 Cape Coral
  251 AL 36628 Mobile
  253 WA 98035 Kent
  254 TX 76448 Eastland
  260 IN 46854 Fort Wayne
  270 KY 42103 Bowling Green
  276 VA 24541 Danville
  281 TX 77522 Baytown
  302 DE 19904 Dover
  303 CO 80018 Aurora
  304 WV 25331 Charleston
  305 FL 33173 Miami
  307 WY 82604 Casper
  308 NE 68848 Kearney
  309 IL 61709 Bloomington
  312 IL 60645 Chicago
  314 MO 63033 Florissant
  315 NY 13217 Syracuse
  316 KS 67217 Wichita
  319 IA 52408 Cedar Rapids
  321 FL 32934 Melbourne
  323 CA 90048 Los Angeles
  336 NC 27416 Greensboro
  347 NY 10463 Bronx
  352 FL 32609 Gainesville
  385 UT 84405 Ogden
  401 RI 02920 Cranston
  402 NE 68602 Columbus
  404 GA 30353 Atlanta
  406 MT 59108 Billings
  410 MD 21405 Annapolis
  412 PA 15238 Pittsburgh
  417 MO 65809 Springfield
  423 TN 37411 Chattanooga
  479 AR 72703 Fayetteville
  480 AZ 85246 Chandler
  503 OR 97108 Beaver
  505 NM 87125 Albuquerque
  515 IA 50012 Ames
  516 NY 11520 Freeport
  518 NY 12233 Albany
  601 MS 39404 Hattiesburg
  602 AZ 85039 Phoenix
  603 NH 03821 Dover
  605 SD 57703 Rapid City
  615 TN 37130 Murfreesboro
  620 KS 67801 Dodge City
  701 ND 58504 Bismarck
  702 NV 89016 Henderson
  719 CO 81102 Alamosa
  802 VT 05201 Bennington
  803 SC 29219 Columbia
  808 HI 96814 Honolulu
  907 AK 99503 Anchorage
`);

/** Towns that are awake while the mainland sleeps: the book has more people here than life has. */
export const usIslands = placesOf(`
  808 HI 96814 Honolulu
  808 HI 96720 Hilo
  808 HI 96766 Lihue
  907 AK 99503 Anchorage
  907 AK 99701 Fairbanks
  907 AK 99801 Juneau
  671 GU 96910 Hagatna
  671 GU 96913 Barrigada
  671 GU 96929 Dededo
`);

/**
 * The drama ranges of Ofcom by town, as far as the numbering plan has them. Postal districts are
 * real, the second half cannot be: no British code ends in letters with a V.
 */
export const gbPlaces = placesOf(`
  113496 ENG LS1_0VV Leeds
  114496 ENG S1_0VV Sheffield
  116496 ENG LE1_0VV Leicester
  117496 ENG BS1_0VV Bristol
  118496 ENG RG1_0VV Reading
  121496 ENG B1_0VV Birmingham
  151496 ENG L1_0VV Liverpool
  161496 ENG M1_0VV Manchester
  191498 ENG NE1_0VV Newcastle_upon_Tyne
  207946 ENG SE1_0VV London
  131496 SCT EH1_0VV Edinburgh
  141496 SCT G1_0VV Glasgow
`);

/**
 * Mexican towns. A number that goes on with 0 after the area code belongs to nobody: the numbering
 * plan gives subscribers 2 to 9 and keeps 0 and 1 for services.
 */
export const mxPlaces = placesOf(`
  55 CMX 06000 Ciudad_de_México
  33 JAL 44100 Guadalajara
  81 NLE 64000 Monterrey
  222 PUE 72000 Puebla
  442 QUE 76000 Querétaro
  477 GUA 37000 León
  449 AGU 20000 Aguascalientes
  999 YUC 97000 Mérida
  229 VER 91700 Veracruz
  664 BCN 22000 Tijuana
  686 BCN 21000 Mexicali
  662 SON 83000 Hermosillo
  667 SIN 80000 Culiacán
  614 CHH 31000 Chihuahua
  998 ROO 77500 Cancún
  993 TAB 86000 Villahermosa
`);
