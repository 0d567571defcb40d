import { Button, Group, Table, Text, UnstyledButton } from '@mantine/core';
import {
  type ColumnDef,
  createSortedRowModel,
  type RowData,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { type KeyboardEvent, type ReactNode, useMemo } from 'react';
import { csvOf, download } from './client/csv.ts';
import { DownloadIcon, SortDownIcon, SortUpIcon } from './icons.tsx';
import { SkeletonRows } from './skeleton-rows.tsx';
import { EmptyState, ErrorState } from './states.tsx';
import classes from './table.module.css';
import { useWords } from './words.ts';

type Key = string | number | bigint | boolean | null | undefined;

/** One column of a table. */
export type Column<Row extends RowData> = {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** What rows are sorted by and, without `csv`, exported as; absent: the column cannot be sorted. */
  readonly key?: (row: Row) => Key;
  /** The plain text of a cell in an export. */
  readonly csv?: (row: Row) => string;
  /** `end` for figures. */
  readonly align?: 'start' | 'end';
  /** CSS width. */
  readonly width?: string;
};

type DataTableProps<Row extends RowData> = {
  /** What the table shows, for screen readers. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  /** Absent while they are read. Keep the array stable between renders. */
  readonly rows: readonly Row[] | undefined;
  readonly rowId: (row: Row) => string;
  readonly problem?: unknown;
  readonly onRetry?: () => void;
  /** Opens a row: by click, or Enter on its first cell; arrow keys go from row to row. */
  readonly onOpen?: (row: Row) => void;
  readonly selectedId?: string | null;
  readonly empty?: { readonly title: string; readonly about?: ReactNode };
  /** File name without ending: exports the rows shown. */
  readonly exportName?: string;
  /** Address of an export made by the server, which may hold more than the rows shown. */
  readonly exportUrl?: string;
  /** Column id to sort by at first; a leading `-` sorts downwards. */
  readonly sortBy?: string;
  /** Reads the next page; absent when there is none. */
  readonly onMore?: () => void;
  readonly loadingMore?: boolean;
  /** CSS height above which the table scrolls under its header. */
  readonly maxHeight?: string;
  /** On a narrow screen each row is a block of named lines instead of a line to scroll along. */
  readonly stacks?: boolean;
  /** A last line, for sums: one node per column. */
  readonly footer?: readonly ReactNode[];
};

const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
});
const noRows: readonly never[] = [];

function compare(a: Key, b: Key, locale: string): number {
  if (typeof a === 'string' && typeof b === 'string') {
    return a.localeCompare(b, locale, { numeric: true });
  }
  if (a === b || a === null || a === undefined || b === null || b === undefined) return 0;
  return a < b ? -1 : a > b ? 1 : 0;
}

function useSorted<Row extends RowData>({ columns, rows, rowId, sortBy }: DataTableProps<Row>) {
  const { locale } = useWords();
  const definitions = useMemo(
    () =>
      columns.map(
        ({ id, key, align }): ColumnDef<typeof features, Row> => ({
          id,
          accessorFn: (row) => key?.(row) ?? undefined,
          enableSorting: key !== undefined,
          sortUndefined: 'last',
          sortDescFirst: align === 'end',
          sortFn: (a, b, column) => compare(a.getValue(column), b.getValue(column), locale),
        }),
      ),
    [columns, locale],
  );
  const start = sortBy ? [{ id: sortBy.replace(/^-/, ''), desc: sortBy.startsWith('-') }] : [];
  return useTable({
    features,
    columns: definitions,
    data: (rows ?? noRows) as Row[],
    getRowId: rowId,
    initialState: { sorting: start },
  });
}

/** Moves the focus to the row above or below. */
function walkRows(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row-open]')];
  const next = rows[rows.indexOf(document.activeElement as HTMLElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** A dense table: sorting, row opening by mouse and key, loading, empty and error states, CSV. */
export function DataTable<Row extends RowData>(props: DataTableProps<Row>) {
  const { caption, columns, rows, problem, onRetry, empty, maxHeight, footer, stacks } = props;
  const { t } = useWords();
  const table = useSorted(props);
  if (problem && !rows) return <ErrorState problem={problem} onRetry={onRetry} />;
  const sorted = table.getRowModel().rows.map((row) => row.original);
  return (
    <div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields */}
      <div
        role="group"
        className={classes.scroll}
        style={{ maxHeight }}
        aria-label={caption}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus
        tabIndex={0}
      >
        <Table
          stickyHeader
          className={classes.table}
          data-stacks={stacks || undefined}
          aria-busy={!rows}
        >
          <Table.Caption className={classes.unseen}>{caption}</Table.Caption>
          <Table.Thead>
            <Table.Tr>
              {columns.map((column) => (
                <HeaderCell key={column.id} column={column} sorting={table.getColumn(column.id)} />
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody onKeyDown={walkRows}>
            {rows ? (
              sorted.map((row) => <BodyRow key={props.rowId(row)} row={row} {...props} />)
            ) : (
              <SkeletonRows columns={columns.length} />
            )}
          </Table.Tbody>
          {footer && sorted.length > 0 ? (
            <Table.Tfoot>
              <Table.Tr>
                {columns.map((column, index) => (
                  <Table.Td key={column.id} data-align={column.align}>
                    {footer[index]}
                  </Table.Td>
                ))}
              </Table.Tr>
            </Table.Tfoot>
          ) : null}
        </Table>
        {rows?.length === 0 ? (
          <EmptyState title={empty?.title ?? t('ui:table.empty')} about={empty?.about} />
        ) : null}
      </div>
      <TableFoot {...props} sorted={sorted} />
    </div>
  );
}

type HeaderCellProps<Row extends RowData> = {
  readonly column: Column<Row>;
  readonly sorting:
    | {
        readonly getIsSorted: () => false | 'asc' | 'desc';
        readonly getToggleSortingHandler: () => undefined | ((event: unknown) => void);
      }
    | undefined;
};

function HeaderCell<Row extends RowData>({ column, sorting }: HeaderCellProps<Row>) {
  const sorted = sorting?.getIsSorted() ?? false;
  const order = sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : 'none';
  return (
    <Table.Th
      scope="col"
      data-align={column.align}
      style={{ width: column.width }}
      aria-sort={column.key ? order : undefined}
    >
      {column.key ? (
        <UnstyledButton className={classes.sort} onClick={sorting?.getToggleSortingHandler()}>
          {column.header}
          {sorted === 'asc' ? <SortUpIcon size={12} /> : null}
          {sorted === 'desc' ? <SortDownIcon size={12} /> : null}
        </UnstyledButton>
      ) : (
        column.header
      )}
    </Table.Th>
  );
}

function BodyRow<Row extends RowData>({
  row,
  columns,
  rowId,
  onOpen,
  selectedId,
}: DataTableProps<Row> & { readonly row: Row }) {
  const open = onOpen ? () => onOpen(row) : undefined;
  return (
    <Table.Tr
      onClick={open}
      data-opens={onOpen ? true : undefined}
      data-selected={selectedId === rowId(row) || undefined}
    >
      {columns.map(({ id, header, align, cell }, index) => (
        <Table.Td key={id} data-align={align} data-label={header}>
          {open && index === 0 ? (
            <UnstyledButton
              className={classes.rowOpen}
              data-row-open
              aria-current={selectedId === rowId(row) || undefined}
            >
              {cell(row)}
            </UnstyledButton>
          ) : (
            cell(row)
          )}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}

function TableFoot<Row extends RowData>(
  props: DataTableProps<Row> & { readonly sorted: readonly Row[] },
) {
  const { columns, rows, sorted, exportName, exportUrl, onMore, loadingMore } = props;
  const { t, locale } = useWords();
  if (!rows || rows.length === 0) return null;
  const asText = (column: Column<Row>, row: Row) =>
    column.csv?.(row) ?? String(column.key?.(row) ?? '');
  const exportRows = () => {
    const kept = columns.filter((column) => column.csv || column.key);
    const lines = sorted.map((row) => kept.map((column) => asText(column, row)));
    download(
      `${exportName}.csv`,
      csvOf(
        kept.map(({ header }) => header),
        lines,
      ),
    );
  };
  const label = (
    <>
      <DownloadIcon size={14} />
      {t('ui:table.export')}
    </>
  );
  return (
    <Group justify="space-between" className={classes.tableFoot} data-no-print>
      <Text size="xs" c="dimmed" role="status">
        {t('ui:table.rows', { count: rows.length, shown: rows.length.toLocaleString(locale) })}
      </Text>
      <Group gap="xs">
        {onMore ? (
          <Button variant="default" onClick={onMore} loading={loadingMore}>
            {t('ui:table.more')}
          </Button>
        ) : null}
        {exportUrl ? (
          <a className={classes.export} href={exportUrl} download>
            {label}
          </a>
        ) : null}
        {exportName && !exportUrl ? (
          <UnstyledButton className={classes.export} onClick={exportRows}>
            {label}
          </UnstyledButton>
        ) : null}
      </Group>
    </Group>
  );
}
