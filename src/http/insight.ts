import type { z } from 'zod';
import type { Endpoint } from '#contract/endpoint.ts';
import * as insight from '#contract/insight.ts';
import * as rows from '#contract/insight-rows.ts';
import { ageingColumns } from '#domain/insight/ageing.ts';
import { fileSlice, type Slice } from '#domain/insight/slices.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import type { App } from '#usecases/app.ts';
import { openAgeing, readAgeing } from '#usecases/insight/read-ageing.ts';
import { openBoard, readBoard } from '#usecases/insight/read-board.ts';
import { openBridge, readBridge } from '#usecases/insight/read-bridge.ts';
import { openCause, readCauses, readContactHours } from '#usecases/insight/read-causes.ts';
import { openKpi, readKpis } from '#usecases/insight/read-kpis.ts';
import { readNewDebt } from '#usecases/insight/read-new-debt.ts';
import { type CsvLine, mountCsv } from './csv.ts';
import { type HttpContext, mount } from './mount.ts';

/** The manager’s figures, the rows behind them, and each of both as a file. */
export function mountInsight(door: HttpContext): void {
  mountFigures(door);
  mountFigureFiles(door);
  mountRows(door, rows.openBridge, openBridge);
  mountRows(door, rows.openAgeing, openAgeing);
  mountRows(door, rows.openBoard, openBoard);
  mountRows(door, rows.openKpi, openKpi);
  mountRows(door, rows.openCause, openCause);
}

function mountFigures(door: HttpContext): void {
  mount(door, insight.readBridge, readBridge);
  mount(door, insight.readAgeing, readAgeing);
  mount(door, insight.readBoard, readBoard);
  mount(door, insight.readKpis, readKpis);
  mount(door, insight.readCauses, readCauses);
  mount(door, insight.readContactHours, readContactHours);
  mount(door, insight.readNewDebt, readNewDebt);
}

const lineNames = [
  'opening',
  'newDebt',
  'collected',
  'credited',
  'writtenOff',
  'moved',
  'closing',
  'difference',
] as const;

function mountFigureFiles(door: HttpContext): void {
  mountCsv(door, insight.readBridge, readBridge, {
    columns: ['currency', 'day', ...lineNames],
    linesOf: ({ bridges }) =>
      bridges.flatMap(({ currency, days }) => days.map((day) => ({ currency, ...day }))),
  });
  mountCsv(door, insight.readAgeing, readAgeing, {
    columns: ['currency', 'by', 'group', 'name', ...ageingColumns, 'total'],
    linesOf: ({ by, group, lines }) =>
      lines.map(({ currency, name, cells, total }) => ({
        ...Object.fromEntries(
          Object.entries(cells).map(([column, { amount }]) => [column, amount]),
        ),
        ...{ currency, by, group, name, total: total.amount },
      })),
  });
  mountCsv(door, insight.readBoard, readBoard, {
    columns: [
      ...['state', 'wipStage', 'currency', 'overdue', 'cases', 'customers', 'medianDays'],
      ...['oldestDays', 'cameIn', 'wentOut', 'limit', 'overLimit'],
    ],
    linesOf: ({ columns }) =>
      columns.flatMap(({ overdue, ...column }) =>
        (overdue.length > 0 ? overdue : [{ currency: null, amount: null }]).map(
          ({ currency, amount }) => ({ ...column, currency, overdue: amount }),
        ),
      ),
  });
  mountCsv(door, insight.readKpis, readKpis, {
    columns: [
      'id',
      'formulaId',
      'unit',
      'currency',
      'numerator',
      'denominator',
      'value',
      'previous',
    ],
    linesOf: ({ kpis }) =>
      kpis.map(({ numerator, denominator, ...kpi }) => ({
        ...kpi,
        numerator: numerator.sum,
        denominator: denominator?.sum ?? null,
      })),
  });
  mountCsv(door, insight.readCauses, readCauses, {
    columns: ['type', 'subReason', 'events', 'customers', 'currency', 'amount'],
    linesOf: ({ causes }) =>
      causes.flatMap(({ amounts, ...cause }) =>
        (amounts.length > 0 ? amounts : [{ currency: null, amount: null }]).map((money) => ({
          ...cause,
          ...money,
        })),
      ),
  });
  mountCsv(door, insight.readContactHours, readContactHours, {
    columns: ['channel', 'localHour', 'attempts', 'reached', 'verified'],
    linesOf: ({ cells }) => cells,
  });
  mountCsv(door, insight.readNewDebt, readNewDebt, {
    columns: ['currency', 'month', 'amount', 'whole'],
    linesOf: ({ series }) =>
      series.flatMap(({ currency, months }) => months.map((month) => ({ currency, ...month }))),
  });
}

const rowColumns = [
  ...['id', 'kind', 'code', 'day', 'portfolioName', 'caseId', 'customerReference'],
  ...['customerName', 'reference', 'adds', 'currency'],
];

/** Rows on the screen come by the page; a file holds as many as it may. */
function mountRows<Input extends z.ZodObject, Output extends z.ZodType>(
  door: HttpContext,
  endpoint: Endpoint<Input, Output>,
  open: (
    app: App,
    actor: Actor,
    input: z.output<Input>,
    slice?: Slice,
  ) => Promise<z.input<Output> & { readonly rows: readonly CsvLine[] }>,
): void {
  mount(door, endpoint, (app, actor, input) => open(app, actor, input));
  mountCsv(door, endpoint, (app, actor, input) => open(app, actor, input, fileSlice), {
    columns: rowColumns,
    linesOf: (result) => result.rows,
  });
}
