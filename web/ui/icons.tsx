import type { ReactNode } from 'react';

type IconProps = { readonly size?: number };

/** One 16-unit line drawing in the colour of the text around it, unseen by screen readers. */
function Drawing({ size = 16, children }: IconProps & { readonly children: ReactNode }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

export function SearchIcon({ size }: IconProps) {
  return (
    <Drawing size={size}>
      <circle cx="7" cy="7" r="4.5" />
      <path d="m10.5 10.5 3.5 3.5" />
    </Drawing>
  );
}

export function SortUpIcon({ size }: IconProps) {
  return (
    <Drawing size={size}>
      <path d="M8 13V3M4.5 6.5 8 3l3.5 3.5" />
    </Drawing>
  );
}

export function SortDownIcon({ size }: IconProps) {
  return (
    <Drawing size={size}>
      <path d="M8 3v10M4.5 9.5 8 13l3.5-3.5" />
    </Drawing>
  );
}

export function CheckIcon({ size }: IconProps) {
  return (
    <Drawing size={size}>
      <path d="m3 8.5 3.5 3.5L13 4.5" />
    </Drawing>
  );
}

export function DownloadIcon({ size }: IconProps) {
  return (
    <Drawing size={size}>
      <path d="M8 2v8M4.5 7 8 10.5 11.5 7M3 13.5h10" />
    </Drawing>
  );
}

export function InfoIcon({ size }: IconProps) {
  return (
    <Drawing size={size}>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 7.5v3.5M8 5v.01" />
    </Drawing>
  );
}

export function WarnIcon({ size }: IconProps) {
  return (
    <Drawing size={size}>
      <path d="M8 2.5 14.5 13.5h-13ZM8 6.5v3.5M8 12v.01" />
    </Drawing>
  );
}

export function ReloadIcon({ size }: IconProps) {
  return (
    <Drawing size={size}>
      <path d="M13 8a5 5 0 1 1-1.5-3.5M13 2.5v3h-3" />
    </Drawing>
  );
}

export function MenuIcon({ size }: IconProps) {
  return (
    <Drawing size={size}>
      <path d="M2.5 4.5h11M2.5 8h11M2.5 11.5h11" />
    </Drawing>
  );
}

export function OutIcon({ size }: IconProps) {
  return (
    <Drawing size={size}>
      <path d="M6.5 2.5h-3v11h3M10 5l3 3-3 3M13 8H6.5" />
    </Drawing>
  );
}

export function PersonIcon({ size }: IconProps) {
  return (
    <Drawing size={size}>
      <circle cx="8" cy="5" r="2.5" />
      <path d="M3 13.5c.5-3 2.5-4.5 5-4.5s4.5 1.5 5 4.5" />
    </Drawing>
  );
}

export function KeysIcon({ size }: IconProps) {
  return (
    <Drawing size={size}>
      <rect x="1.5" y="4" width="13" height="8" rx="1.5" />
      <path d="M4 6.5v.01M6.7 6.5v.01M9.3 6.5v.01M12 6.5v.01M5 9.5h6" />
    </Drawing>
  );
}
