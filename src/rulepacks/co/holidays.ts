import { type Calendar, calendarOf, type Holiday } from '#kernel/calendars.ts';

/** Public holidays of Colombia; those that Ley 51 de 1983 always moves go to the next Monday. */
const alwaysMonday = (holidays: readonly (readonly [name: string, on: string])[]): Holiday[] =>
  holidays.map(([name, on]) => ({ name, on, moved: 'next-monday', onlyMoved: true }));

/** No holiday ends yet. */
const ONWARDS = 9999;

/** Days without contact besides Sundays. */
export const HOLIDAYS: Calendar = calendarOf([
  { name: 'Año Nuevo', on: '01-01' },
  { name: 'Jueves Santo', easter: -3 },
  { name: 'Viernes Santo', easter: -2 },
  { name: 'Día del Trabajo', on: '05-01' },
  { name: 'Ascensión', easter: 43 },
  { name: 'Corpus Christi', easter: 64 },
  { name: 'Sagrado Corazón', easter: 71 },
  { name: 'Independencia', on: '07-20' },
  { name: 'Batalla de Boyacá', on: '08-07' },
  { name: 'Inmaculada Concepción', on: '12-08' },
  { name: 'Navidad', on: '12-25' },
  ...alwaysMonday([
    ['Reyes Magos', '01-06'],
    ['San José', '03-19'],
    ['San Pedro y San Pablo', '06-29'],
    ['Asunción', '08-15'],
    ['Día de la Raza', '10-12'],
    ['Todos los Santos', '11-01'],
    ['Independencia de Cartagena', '11-11'],
  ]),
  {
    name: 'Virgen de Chiquinquirá',
    on: '07-09',
    moved: 'next-monday',
    onlyMoved: true,
    of: [2026, ONWARDS],
  },
]);
