import { type Calendar, calendarOf } from '#kernel/calendars.ts';

/** Public holidays of Chile (Ley 2.977, 19.668, 19.973, 20.148, 20.215, 20.299, 20.983, 21.357). */
export const HOLIDAYS: Calendar = calendarOf([
  { name: 'Año Nuevo', on: '01-01' },
  { name: 'Día después de Año Nuevo', on: '01-02', of: [2023, 2023] },
  { name: 'Viernes Santo', easter: -2 },
  { name: 'Sábado Santo', easter: -1 },
  { name: 'Día del Trabajo', on: '05-01' },
  { name: 'Glorias Navales', on: '05-21' },
  {
    // The winter solstice at Santiago.
    name: 'Pueblos Indígenas',
    dates: [
      '2021-06-21',
      '2022-06-21',
      '2023-06-21',
      '2024-06-20',
      '2025-06-20',
      '2026-06-21',
      '2027-06-21',
      '2028-06-20',
      '2029-06-20',
      '2030-06-21',
    ],
  },
  { name: 'San Pedro y San Pablo', on: '06-29', moved: 'midweek-to-monday', onlyMoved: true },
  { name: 'Virgen del Carmen', on: '07-16' },
  { name: 'Asunción', on: '08-15' },
  { name: 'Fiestas Patrias, viernes', on: '09-16', of: [2022, 2022] },
  { name: 'Fiestas Patrias, viernes', on: '09-17', of: [2021, 2021] },
  { name: 'Fiestas Patrias, viernes', on: '09-17', of: [2027, 2027] },
  { name: 'Fiestas Patrias, lunes', on: '09-17', of: [2029, 2029] },
  { name: 'Independencia', on: '09-18' },
  { name: 'Glorias del Ejército', on: '09-19' },
  { name: 'Fiestas Patrias, viernes', on: '09-20', of: [2024, 2024] },
  { name: 'Encuentro de Dos Mundos', on: '10-12', moved: 'midweek-to-monday', onlyMoved: true },
  {
    // A Tuesday goes back to the Friday before, a Wednesday on to the Friday after.
    name: 'Iglesias Evangélicas',
    dates: [
      '2021-10-31',
      '2022-10-31',
      '2023-10-27',
      '2024-10-31',
      '2025-10-31',
      '2026-10-31',
      '2027-10-31',
      '2028-10-27',
      '2029-11-02',
      '2030-10-31',
    ],
  },
  { name: 'Todos los Santos', on: '11-01' },
  { name: 'Inmaculada Concepción', on: '12-08' },
  { name: 'Navidad', on: '12-25' },
]);
