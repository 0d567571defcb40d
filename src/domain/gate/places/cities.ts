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
  /** Names that tell the region too, where nothing else does. */
  readonly alone: ReadonlySet<string>;
  /** Names that books write where the region belongs. */
  readonly asRegion: ReadonlySet<string>;
  /** Postal codes inside it; where they are known they decide, whatever the town is called. */
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
  flatbush, bushwick, bedford stuyvesant, riverdale, throgs neck`;

/** The cities whose own law a pack of ours holds. */
export const CITIES: readonly City[] = [
  {
    country: 'US',
    within: 'NY',
    code: 'US-NY-NYC',
    title: { en: 'New York City', es: 'Ciudad de Nueva York', he: 'העיר ניו יורק' },
    names: listed(`${NYC_ALONE}, ${BOROUGHS}, ${NYC_PARTS}`),
    alone: listed(NYC_ALONE),
    asRegion: listed(`${NYC_ALONE}, ${BOROUGHS}`),
    // Manhattan, Staten Island, the Bronx; Queens and Brooklyn, with the codes shared at its edge.
    postal: /^(10[0-4]\d\d|110(01|04|05|40)|11[1-4]\d\d|116\d\d)/,
    looksPostal: /^\d{5}(-?\d{4})?$/,
  },
];
