/** Council areas by the letters of ISO 3166-2; all others of the list are English. */
const AREAS: Readonly<Record<string, string>> = {
  NIR: 'ABC AND ANN BFS CCG DRS FMO LBC MEA MUL NMD',
  SCT: `ABD ABE AGB ANS CLK DGY DND EAY EDH EDU ELN ELS ERW FAL FIF GLG HLD IVC MLN MRY NAY NLK ORK PKN RFW
    SAY SCB SLK STG WDU WLN ZET`,
  WLS: 'AGY BGE BGW CAY CGN CMN CRF CWY DEN FLN GWN MON MTY NTL NWP PEM POW RCT SWA TOF VGL WRX',
};

/** Names for more than one nation. */
const WIDER: ReadonlySet<string> = new Set(['EAW', 'GBN', 'UKM']);

const nations = new Map(
  Object.entries(AREAS).flatMap(([nation, areas]) =>
    areas.split(/\s+/).map((area): [string, string] => [area, nation]),
  ),
);

/** The nation in which a council area of the United Kingdom lies, `SCT` for `EDH`. */
export function nationOf(area: string): string {
  if (area in AREAS || WIDER.has(area)) return area;
  return nations.get(area) ?? 'ENG';
}
