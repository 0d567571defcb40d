import type { z } from 'zod';
import type { Endpoint } from '#contract/endpoint.ts';
import * as insight from '#contract/insight.ts';
import * as rows from '#contract/insight-rows.ts';
import * as quality from '#contract/quality.ts';
import * as rejects from '#contract/reject-costs.ts';
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
import { openQuality, readQuality } from '#usecases/insight/read-quality.ts';
import { openRejectCost, readRejectCosts } from '#usecases/insight/read-reject-costs.ts';
import { openTreatment, readTreatments } from '#usecases/insight/read-treatments.ts';
import { type CsvLine, mountCsv } from './csv.ts';
import { type HttpContext, mount } from './mount.ts';

/** The manager’s figures, the rows behind them, and each of both as a file. */
export function mountInsight(context: HttpContext): void {
  mountFigures(context);
  mountFigureFiles(context);
  mountRows(context, rows.openBridge, openBridge);
  mountRows(context, rows.openAgeing, openAgeing);
  mountRows(context, rows.openBoard, openBoard);
  mountRows(context, rows.openKpi, openKpi);
  mountRows(context, rows.openCause, openCause);
  mountTreatments(context);
  mountRejectCosts(context);
  mountQuality(context);
}

function mountTreatments(context: HttpContext): void {
  mount(context, insight.readTreatments, readTreatments);
  mountRows(context, rows.openTreatment, openTreatment);
  mountCsv(context, insight.readTreatments, readTreatments, {
    columns: [
      ...['type', 'formulaId', 'events', 'treated', 'late', 'waiting', 'averageMs'],
      ...['leastTargetHours', 'mostTargetHours'],
    ],
    linesOf: ({ types }) =>
      types.map(({ targetHours, ...type }) => ({
        ...type,
        leastTargetHours: targetHours?.least ?? null,
        mostTargetHours: targetHours?.most ?? null,
      })),
  });
}

function mountRejectCosts(context: HttpContext): void {
  mount(context, rejects.readRejectCosts, readRejectCosts);
  mountRows(context, rejects.openRejectCost, openRejectCost);
  mountCsv(context, rejects.readRejectCosts, readRejectCosts, {
    columns: ['type', 'subReason', 'events', 'share', 'currency', 'costEvents', 'cost', 'unknown'],
    linesOf: ({ reasons }) =>
      reasons.flatMap(({ costs, ...reason }) =>
        (costs.length > 0 ? costs : [{ currency: null, amount: null, events: 0 }]).map(
          ({ currency, amount: cost, events: costEvents }) => ({
            ...{ ...reason, currency, cost, costEvents },
          }),
        ),
      ),
  });
}

function mountQuality(context: HttpContext): void {
  mount(context, quality.readQuality, readQuality);
  mount(context, quality.openQuality, (app, actor, input) => openQuality(app, actor, input));
  mountCsv(
    context,
    quality.openQuality,
    (app, actor, input) => openQuality(app, actor, input, fileSlice),
    {
      columns: [
        ...['id', 'portfolioName', 'customerReference', 'customerName', 'caseId', 'why', 'about'],
        ...['day', 'amount', 'currency'],
      ],
      linesOf: ({ rows }) => rows.map(({ target: _, facts: __, ...row }) => row),
    },
  );
}

function mountFigures(context: HttpContext): void {
  mount(context, insight.readBridge, readBridge);
  mount(context, insight.readAgeing, readAgeing);
  mount(context, insight.readBoard, readBoard);
  mount(context, insight.readKpis, readKpis);
  mount(context, insight.readCauses, readCauses);
  mount(context, insight.readContactHours, readContactHours);
  mount(context, insight.readNewDebt, readNewDebt);
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

function mountFigureFiles(context: HttpContext): void {
  mountCsv(context, insight.readBridge, readBridge, {
    columns: ['currency', 'day', ...lineNames],
    linesOf: ({ bridges }) =>
      bridges.flatMap(({ currency, days }) => days.map((day) => ({ currency, ...day }))),
  });
  mountCsv(context, insight.readAgeing, readAgeing, {
    columns: ['currency', 'by', 'group', 'name', ...ageingColumns, 'total'],
    linesOf: ({ by, group, lines }) =>
      lines.map(({ currency, name, cells, total }) => ({
        ...Object.fromEntries(
          Object.entries(cells).map(([column, { amount }]) => [column, amount]),
        ),
        ...{ currency, by, group, name, total: total.amount },
      })),
  });
  mountCsv(context, insight.readBoard, readBoard, {
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
  mountCsv(context, insight.readKpis, readKpis, {
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
  mountCsv(context, insight.readCauses, readCauses, {
    columns: ['type', 'subReason', 'events', 'customers', 'currency', 'amount'],
    linesOf: ({ causes }) =>
      causes.flatMap(({ amounts, ...cause }) =>
        (amounts.length > 0 ? amounts : [{ currency: null, amount: null }]).map((money) => ({
          ...cause,
          ...money,
        })),
      ),
  });
  mountCsv(context, insight.readContactHours, readContactHours, {
    columns: ['channel', 'localHour', 'attempts', 'reached', 'verified'],
    linesOf: ({ cells }) => cells,
  });
  mountCsv(context, insight.readNewDebt, readNewDebt, {
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
  context: HttpContext,
  endpoint: Endpoint<Input, Output>,
  open: (
    app: App,
    actor: Actor,
    input: z.output<Input>,
    slice?: Slice,
  ) => Promise<z.input<Output> & { readonly rows: readonly CsvLine[] }>,
): void {
  mount(context, endpoint, (app, actor, input) => open(app, actor, input));
  mountCsv(context, endpoint, (app, actor, input) => open(app, actor, input, fileSlice), {
    columns: rowColumns,
    linesOf: (result) => result.rows,
  });
}
