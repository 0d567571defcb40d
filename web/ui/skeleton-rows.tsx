import { Skeleton, Table } from '@mantine/core';

const skeletonRows = 6;

/** The rows of a table whose answer has not come yet. */
export function SkeletonRows({ columns }: { readonly columns: number }) {
  return Array.from({ length: skeletonRows }, (_, row) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: placeholder rows are alike and never move
    <Table.Tr key={row}>
      {Array.from({ length: columns }, (_, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholder cells are alike and never move
        <Table.Td key={column}>
          <Skeleton height={12} width={`${80 - (((row * 3 + column) * 13) % 45)}%`} />
        </Table.Td>
      ))}
    </Table.Tr>
  ));
}
