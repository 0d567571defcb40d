/** How long files that people sent are kept while nobody imports them, and how much of them. */
export type UploadRules = {
  /** Days after which a file that was not imported is deleted. */
  readonly keepDays: number;
  /** Bytes of one person that wait; what is more is refused. */
  readonly mostBytesOfOne: number;
  /** Bytes of all people that wait. */
  readonly mostBytes: number;
};

const gigabyte = 1_073_741_824;

/** What holds unless settings say otherwise. */
export const usualUploadRules: UploadRules = {
  keepDays: 14,
  mostBytesOfOne: 4 * gigabyte,
  mostBytes: 20 * gigabyte,
};

/** The rules from settings in whole days and gigabytes. */
export function uploadRulesOf(days: number, ofOneGb: number, ofAllGb: number): UploadRules {
  return {
    keepDays: days,
    mostBytesOfOne: ofOneGb * gigabyte,
    mostBytes: ofAllGb * gigabyte,
  };
}
