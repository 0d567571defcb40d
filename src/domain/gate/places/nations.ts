/** Council areas by the letters of ISO 3166-2; all others of the list are English. */
const AREAS: Readonly<Record<string, string>> = {
  NIR: 'ABC AND ANN BFS CCG DRS FMO LBC MEA MUL NMD',
  SCT: `ABD ABE AGB ANS CLK DGY DND EAY EDH EDU ELN ELS ERW FAL FIF GLG HLD IVC MLN MRY NAY NLK ORK PKN RFW
    SAY SCB SLK STG WDU WLN ZET`,
  WLS: 'AGY BGE BGW CAY CGN CMN CRF CWY DEN FLN GWN MON MTY NTL NWP PEM POW RCT SWA TOF VGL WRX',
};

/** England and Wales have one law. */
const JOINT = 'EAW';

/** Names of the whole. */
const WHOLE: ReadonlySet<string> = new Set(['GBN', 'UKM']);

const nations = new Map(
  Object.entries(AREAS).flatMap(([nation, areas]) =>
    areas.split(/\s+/).map((area): [string, string] => [area, nation]),
  ),
);

/** The nation in which a council area of the United Kingdom lies, `SCT` for `EDH`; null for the whole. */
export function nationOf(area: string): string | null {
  if (WHOLE.has(area)) return null;
  if (area in AREAS || area === JOINT) return area;
  return nations.get(area) ?? 'ENG';
}
