import { isCountry } from '#kernel/country.ts';
import { type PhoneProblem, parsePhone } from '#kernel/phone.ts';
import { Refusal } from '#kernel/refusal.ts';

/** Where a portfolio is and the number it calls from. */
type Place = { readonly country: string; readonly callerId: string };

/** What is wrong with the country and the number that a portfolio calls from; '' is none yet. */
export function placeProblems({ country, callerId }: Place) {
  const phone = callerId === '' ? null : parsePhone(callerId, country);
  return [
    ...(isCountry(country) ? [] : [{ path: 'country', message: 'unknown-country' }]),
    ...(typeof phone === 'string' ? [{ path: 'callerId', message: callerIdProblem(phone) }] : []),
  ];
}

/** Of a number, not of the country beside it: its country code is missing or none there is. */
function callerIdProblem(problem: PhoneProblem): string {
  return problem === 'unknown-country' ? 'no-country-code' : problem;
}

/** The number that a portfolio calls from in its one form; what is no number stays as it is. */
export function plainCallerId({ country, callerId }: Place): string {
  const phone = parsePhone(callerId, country);
  return typeof phone === 'string' ? callerId : phone.e164;
}

/** A country and calling number in their one form. Throws `invalid-input` for what cannot exist. */
export function checkedPlace(wanted: Place) {
  const problems = placeProblems(wanted);
  if (problems.length > 0) throw new Refusal('invalid-input', { problems });
  return { country: wanted.country, callerId: plainCallerId(wanted) };
}
