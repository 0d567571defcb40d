import { isSupportedCountry } from 'libphonenumber-js/max';

/** Whether the code is an ISO 3166-1 alpha-2 country with a numbering plan: `US`, `GB`, `MX`. */
export function isCountry(code: string): boolean {
  return /^[A-Z]{2}$/.test(code) && isSupportedCountry(code);
}
