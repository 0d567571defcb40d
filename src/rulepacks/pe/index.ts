import { courtLook, firstOf, publicity } from '#domain/gate/checks/hard-standards.ts';
import { openHours } from '#domain/gate/checks/open-hours.ts';
import { CALLS, NOT_CONTACT } from '#domain/gate/facts/channels.ts';
import type { WeeklyWindows } from '#domain/gate/facts/policy-facts.ts';
import type { Pack, Rule } from '#domain/gate/pack.ts';
import { type Calendar, calendarOf } from '#kernel/calendars.ts';
import { statements } from './statements.ts';

const WEEK: WeeklyWindows = {
  mon: [['07:00', '20:00']],
  tue: [['07:00', '20:00']],
  wed: [['07:00', '20:00']],
  thu: [['07:00', '20:00']],
  fri: [['07:00', '20:00']],
};

/** No holiday ends yet. */
const ONWARDS = 9999;

/** National holidays (Decreto Legislativo 713; Leyes 31381, 31530, 31788 and 31822). */
const HOLIDAYS: Calendar = calendarOf([
  { name: 'Año Nuevo', on: '01-01' },
  { name: 'Jueves Santo', easter: -3 },
  { name: 'Viernes Santo', easter: -2 },
  { name: 'Día del Trabajo', on: '05-01' },
  { name: 'Batalla de Arica', on: '06-07', of: [2024, ONWARDS] },
  { name: 'San Pedro y San Pablo', on: '06-29' },
  { name: 'Fuerza Aérea', on: '07-23', of: [2023, ONWARDS] },
  { name: 'Independencia', on: '07-28' },
  { name: 'Fiestas Patrias', on: '07-29' },
  { name: 'Batalla de Junín', on: '08-06', of: [2022, ONWARDS] },
  { name: 'Santa Rosa de Lima', on: '08-30' },
  { name: 'Combate de Angamos', on: '10-08' },
  { name: 'Todos los Santos', on: '11-01' },
  { name: 'Inmaculada Concepción', on: '12-08' },
  { name: 'Batalla de Ayacucho', on: '12-09', of: [2022, ONWARDS] },
  { name: 'Navidad', on: '12-25' },
]);

const common = {
  source: 'https://www.leyes.congreso.gob.pe/Documentos/Leyes/29571.pdf',
  since: '2010-10-02',
  confidence: 'high',
  basis: 'secondary',
  enforcement: 'hard',
} as const satisfies Partial<Rule>;

/** Peru: the consumer code on methods of collection. */
export default {
  id: 'PE',
  name: 'Peru',
  version: '1.0.0',
  asOf: '2026-11-01',
  territory: ['PE'],
  statements,
  limitation: [
    {
      place: 'PE',
      years: 10,
      from: 'default',
      paymentRestarts: null,
      citation: 'Código Civil arts 1996, 2001',
      source: 'https://spij.minjus.gob.pe',
      confirmedBy: null,
    },
  ],
  rules: [
    {
      ...common,
      id: 'PE-62-HOURS',
      about: ['hours', 'days'],
      title: 'No calls and visits from 20:00 to 7:00, on Saturdays, Sundays and holidays',
      citation: 'Ley 29571 art. 62(b)',
      applies: { channels: [...CALLS, 'visit'] },
      topics: ['hours'],
      check: openHours({ week: WEEK, holiday: (_, day) => HOLIDAYS(day) }),
    },
    {
      ...common,
      id: 'PE-62-OTHER',
      about: ['channels'],
      title: 'Nothing that looks like papers of a court, no posters, no publicity',
      citation: 'Ley 29571 art. 62',
      applies: { notChannels: NOT_CONTACT },
      check: firstOf(
        ({ channel }) =>
          channel === 'social_public' ? { releasing: ['private_channel_used'] } : null,
        courtLook,
        publicity,
      ),
    },
  ],
} satisfies Pack;
