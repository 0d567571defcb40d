import { operatorHours } from '#domain/gate/checks/operator-hours.ts';
import { withThoseOfParts } from '#domain/gate/checks/place-holidays.ts';
import type { Pack } from '#domain/gate/pack.ts';
import { calendarOf } from '#kernel/calendars.ts';
import { statements } from './statements.ts';

/** Holidays that no autonomous community replaces; its own come beside them. */
const holidays = calendarOf([
  { name: 'Año Nuevo', on: '01-01' },
  { name: 'Epifanía del Señor', on: '01-06' },
  { name: 'Viernes Santo', easter: -2 },
  { name: 'Fiesta del Trabajo', on: '05-01' },
  { name: 'Asunción de la Virgen', on: '08-15' },
  { name: 'Fiesta Nacional de España', on: '10-12' },
  { name: 'Todos los Santos', on: '11-01' },
  { name: 'Día de la Constitución', on: '12-06' },
  { name: 'Inmaculada Concepción', on: '12-08' },
  { name: 'Navidad', on: '12-25' },
]);

/** Spain: no hours or counts found in its statutes, so that the operator's own hours stand alone. */
export default {
  id: 'ES',
  name: 'Spain',
  version: '1.1.0',
  asOf: '2026-11-01',
  territory: ['ES'],
  alsoCalled: ['EU-ES'],
  parent: 'EU',
  statements,
  limitation: [
    {
      place: 'ES',
      years: 5,
      from: 'default',
      paymentRestarts: null,
      citation: 'Código Civil arts 1964, 1973',
      source: 'https://www.boe.es/buscar/act.php?id=BOE-A-1889-4763',
      confirmedBy: 'https://conceptos.legal/codigo-civil-articulo-1964/',
    },
  ],
  rules: [
    operatorHours({
      id: 'ES-GENERAL',
      title: 'Outside the operator’s hours, where only harassment and data protection set bounds',
      citation: 'Código Penal art. 172 ter; Ley Orgánica 3/2018 (LOPDGDD) art. 20',
      source: 'https://www.boe.es/eli/es/lo/2018/12/05/3/con',
      since: '2018-12-07',
      confidence: 'medium',
      basis: 'unread',
      holiday: withThoseOfParts('ES', holidays),
    }),
  ],
} satisfies Pack;
