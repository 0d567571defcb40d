import { Pagination } from '@mantine/core';
import { useWords } from '#web/ui/words.ts';

type PagesProps = {
  /** From 0. */
  readonly page: number;
  /** Whether another page follows. */
  readonly more: boolean;
  readonly onPage: (page: number) => void;
};

/** Leads to the next page of a list and back; nothing where one page holds it all. */
export function Pages({ page, more, onPage }: PagesProps) {
  const { t } = useWords('compliance');
  if (!more && page === 0) return null;
  return (
    <Pagination
      value={page + 1}
      total={page + (more ? 2 : 1)}
      onChange={(value) => onPage(value - 1)}
      getControlProps={(control) => ({ 'aria-label': t(`refusals.${control}`) })}
      withPages={false}
    />
  );
}
