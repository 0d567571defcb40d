import { qrPath } from './qr-path.ts';

type QrCodeProps = { readonly text: string; readonly label: string };

/** A QR code, dark on white in both schemes, drawn here: what it holds leaves the page to nobody. */
export function QrCode({ text, label }: QrCodeProps) {
  const { size, path } = qrPath(text);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      style={{ width: 'min(14rem, 100%)', flexShrink: 0 }}
    >
      <path fill="#fff" d={`M0 0h${size}v${size}h-${size}z`} />
      <path fill="#000" d={path} />
    </svg>
  );
}
