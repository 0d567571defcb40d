import { Skeleton, Table } from '@mantine/core';

const skeletonRows = 6;

/** Grey rows in the place of those that are being read; whoever hears the table meets no rows yet. */
export function SkeletonRows({ columns }: { readonly columns: number }) {
  return Array.from({ length: skeletonRows }, (_, row) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: placeholder rows are alike and never move
    <Table.Tr key={row} aria-hidden>
      {Array.from({ length: columns }, (_, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholder cells are alike and never move
        <Table.Td key={column}>
          <Skeleton height={12} width={`${80 - (((row * 3 + column) * 13) % 45)}%`} />
        </Table.Td>
      ))}
    </Table.Tr>
  ));
}
