import { folded } from './fold-name.ts';

/** What a place is called in the languages of the screens. */
export type PlaceTitle = Readonly<Record<'en' | 'es' | 'he', string>>;

/** A city with a law of its own inside a region that has one. */
export type City = {
  readonly country: string;
  /** The region it lies in. */
  readonly within: string;
  readonly code: string;
  /** What it is called on screens, by language. */
  readonly title: PlaceTitle;
  /** Names that no other place of the region bears. */
  readonly names: ReadonlySet<string>;
  /** Towns of the region that are known to lie outside it. */
  readonly outside: ReadonlySet<string>;
  /** Names that tell the region too, where nothing else does. */
  readonly alone: ReadonlySet<string>;
  /** Names that books write where the region belongs. */
  readonly asRegion: ReadonlySet<string>;
  /** Postal codes inside it. */
  readonly postal: RegExp;
  /** What a postal code looks like there. */
  readonly looksPostal: RegExp;
};

const listed = (names: string): ReadonlySet<string> => new Set(names.split(',').map(folded));

const NYC_ALONE =
  'new york city, nyc, city of new york, the city of new york, ciudad de nueva york, ניו יורק סיטי, העיר ניו יורק';

const BOROUGHS =
  'manhattan, brooklyn, queens, bronx, the bronx, el bronx, staten island, מנהטן, ברוקלין, קווינס, ברונקס, הברונקס, סטטן איילנד';

/** Counties, the post towns of Queens (USPS) and neighbourhoods that books write as the town. */
const NYC_PARTS = `new york, ny, ny city, nueva york, nova york, nuova york, ניו יורק, new york county, kings county, bronx county,
  queens county, richmond county, harlem, east harlem, roosevelt island, arverne, astoria, bayside, bellerose, breezy point,
  cambria heights, college point, corona, east elmhurst, elmhurst, far rockaway, floral park, flushing, forest hills, fresh meadows,
  glen oaks, hollis, howard beach, jackson heights, jamaica, kew gardens, kew gardens hills, little neck, long island city, maspeth, middle village,
  oakland gardens, ozone park, queens village, rego park, richmond hill, ridgewood, rockaway park, rockaway beach, rosedale, saint albans, st albans,
  south ozone park, south richmond hill, springfield gardens, sunnyside, whitestone, woodhaven, woodside, coney island, williamsburg,
  flatbush, bushwick, bedford stuyvesant, riverdale, throgs neck, bklyn, lic, staten is, staten isl, washington heights, sunset park,
  canarsie, tottenville, rockaway, bay ridge, brooklyn heights, park slope, bensonhurst, sheepshead bay, brighton beach, crown heights,
  greenpoint, s ozone park, s richmond hill, e elmhurst, queens vlg`;

/** Cities of the state and the larger towns around New York City, without names that both bear. */
const NOT_NYC = `albany, amsterdam, auburn, batavia, beacon, binghamton, buffalo, canandaigua, cohoes, corning, cortland, dunkirk, elmira,
  fulton, geneva, glen cove, glens falls, gloversville, hornell, hudson, ithaca, jamestown, johnstown, kingston, lackawanna, little falls,
  lockport, long beach, mechanicville, middletown, mount vernon, mt vernon, new rochelle, newburgh, niagara falls, north tonawanda,
  norwich, ogdensburg, olean, oneida, oneonta, oswego, peekskill, plattsburgh, port jervis, poughkeepsie, rensselaer, rochester,
  rome, rye, salamanca, saratoga springs, schenectady, syracuse, tonawanda, troy, utica, watertown, watervliet, white plains, yonkers,
  amherst, cheektowaga, west seneca, hamburg, clarkstown, colonie, saratoga, queensbury, tarrytown, sleepy hollow, scarsdale, ossining,
  mamaroneck, larchmont, port chester, bronxville, dobbs ferry, nyack, spring valley, monsey, new city, pearl river, suffern, nanuet,
  haverstraw, hempstead, garden city, mineola, great neck, manhasset, port washington, rockville centre, valley stream, elmont, freeport,
  levittown, hicksville, massapequa, farmingdale, plainview, syosset, oceanside, babylon, west babylon, lindenhurst, islip, bay shore,
  brentwood, central islip, huntington, smithtown, commack, brookhaven, coram, patchogue, riverhead, southampton, east hampton`;

/** Whether a folded name is one of the city, or has one of its parts in it: `jamaica queens`. */
export const namesCity = (city: City, town: string): boolean =>
  city.names.has(town) || [...city.asRegion].some((part) => ` ${town} `.includes(` ${part} `));

/** The cities that are told apart from their region, as a pack holds the law of each. */
export const CITIES: readonly City[] = [
  {
    country: 'US',
    within: 'NY',
    code: 'US-NY-NYC',
    title: { en: 'New York City', es: 'Ciudad de Nueva York', he: 'העיר ניו יורק' },
    names: listed(`${NYC_ALONE}, ${BOROUGHS}, ${NYC_PARTS}`),
    outside: listed(NOT_NYC),
    alone: listed(NYC_ALONE),
    asRegion: listed(`${NYC_ALONE}, ${BOROUGHS}`),
    // Manhattan, Staten Island, the Bronx; Queens and Brooklyn, with the codes shared at its edge.
    postal: /^(10[0-4]\d\d|110(01|04|05|40)|11[1-4]\d\d|116\d\d)/,
    looksPostal: /^\d{5}(-?\d{4})?$/,
  },
];
