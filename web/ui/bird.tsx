/** The sign of the product: a dunlin, a small wader, at the water's edge. Decoration. */
export function Bird({ size = 28 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <g fill="none" stroke="currentColor" strokeLinecap="round" strokeLinejoin="round">
        <path d="M14.2 22l-.6 6.4M17.6 21.6l.2 6.6" strokeWidth="1.3" />
        <path d="M25.4 9.3c2.3.2 4.2.9 5.9 2.3" strokeWidth="1.5" />
      </g>
      <path
        d="M2 19.6c4.6-4.3 8.6-7.2 13.6-8.2 2.3-.5 3.3-1.3 4.1-2.7.8-1.4 2-2.2 3.5-2.1 1.7.1 3 1.4 2.9 3.2 0 1-.4 1.8-1 2.5-.8 1-.9 2-1.1 3.3-.6 4-3.9 6.7-8.5 6.7-2.6 0-4.8-.7-6.6-2.1-2-.4-4.5-.4-6.9-.6Z"
        fill="currentColor"
      />
      <path
        d="M10.5 20.7c1.6 1 3.2 1.4 5 1.4 4 0 6.7-2 7.7-5-2.7 1.7-5.3 2.2-7.9 2.3-1.8.1-3.4.5-4.8 1.3Z"
        fill="var(--mantine-color-sand-4)"
      />
      <circle cx="23.3" cy="9.3" r=".8" fill="var(--mantine-color-body)" />
      <path
        d="M4 29.6c2-.9 4-.9 6 0s4 .9 6 0 4-.9 6 0 4 .9 6 0"
        fill="none"
        stroke="var(--mantine-color-sand-4)"
        strokeWidth="1.2"
        strokeLinecap="round"
      />
    </svg>
  );
}
