import { useLocation } from '@tanstack/react-router';
import { type RefObject, useEffect, useRef } from 'react';
import type { CasePart } from './case-link.tsx';

/** Whether the address of the page leads to a part of it, and the element that is then put in view. */
export function useAskedPart<E extends HTMLElement>(
  part: CasePart,
): readonly [isAsked: boolean, ref: RefObject<E | null>] {
  const isAsked = useLocation({ select: ({ hash }) => hash === part });
  const ref = useRef<E>(null);
  useEffect(() => {
    if (isAsked) ref.current?.scrollIntoView({ block: 'center' });
  }, [isAsked]);
  return [isAsked, ref];
}
