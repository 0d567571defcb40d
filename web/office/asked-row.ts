import { useSearch } from '@tanstack/react-router';

/** What the address of the back office asks a tab to open: an id, or a word of the tab; null for nothing. */
export function useAskedRow(): string | null {
  const { open } = useSearch({ strict: false }) as { open?: string };
  return open ?? null;
}
