import type { EvaluationContext } from '#domain/gate/evaluation-context.ts';
import { type Calendar, calendarOf, type Holiday } from '#kernel/calendars.ts';

/** States with hours of their own. */
export type State = 'SP' | 'RJ' | 'ES' | 'AM' | 'AL';

/** No holiday ends yet. */
const ONWARDS = 9999;

/** Holidays of the whole country; carnival and Corpus Christi are none by federal law. */
const NATIONAL: readonly Holiday[] = [
  { name: 'Confraternização Universal', on: '01-01' },
  { name: 'Sexta-feira Santa', easter: -2 },
  { name: 'Tiradentes', on: '04-21' },
  { name: 'Dia do Trabalho', on: '05-01' },
  { name: 'Independência', on: '09-07' },
  { name: 'Nossa Senhora Aparecida', on: '10-12' },
  { name: 'Finados', on: '11-02' },
  { name: 'Proclamação da República', on: '11-15' },
  { name: 'Consciência Negra', on: '11-20', of: [2024, ONWARDS] },
  { name: 'Natal', on: '12-25' },
];

const CALENDARS: Readonly<Record<State, Calendar>> = {
  SP: calendarOf([...NATIONAL, { name: 'Revolução Constitucionalista', on: '07-09' }]),
  RJ: calendarOf([
    ...NATIONAL,
    { name: 'Terça-feira de Carnaval', easter: -47 },
    { name: 'São Jorge', on: '04-23' },
    { name: 'Consciência Negra', on: '11-20' },
  ]),
  ES: calendarOf([...NATIONAL, { name: 'Nossa Senhora da Penha', easter: 8 }]),
  AM: calendarOf([
    ...NATIONAL,
    { name: 'Elevação à categoria de província', on: '09-05' },
    { name: 'Consciência Negra', on: '11-20' },
  ]),
  AL: calendarOf([
    ...NATIONAL,
    { name: 'São João', on: '06-24' },
    { name: 'São Pedro', on: '06-29' },
    { name: 'Emancipação Política', on: '09-16' },
    { name: 'Consciência Negra', on: '11-20' },
  ]),
};

/** Whether a location signal points to the state, or its rules were asked for by name. */
export function isIn(moment: EvaluationContext, state: State): boolean {
  const code = `BR-${state}`;
  const { packs, consumer } = moment.facts;
  const points = ({ region }: { readonly region?: string | null | undefined }) =>
    region === code || region?.startsWith(`${code}-`) === true;
  return packs.includes(code) || consumer.location_signals.some(points);
}

/** Whether a local day is a holiday in one of the states the person may be in. */
export function isHolidayIn(
  ...states: readonly State[]
): (moment: EvaluationContext, day: number) => boolean {
  return (moment, day) =>
    states.some((state) => isIn(moment, state) && CALENDARS[state](day) === true);
}
