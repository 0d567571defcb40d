/** After so long without a touch, what a page asks by itself does not keep the sign-in alive. */
const awayAfterMs = 120_000;

const last = { touchedAt: Date.now() };

/** Notes each touch of the page, from now on. */
export function watchAttendance(): void {
  const touched = () => {
    last.touchedAt = Date.now();
  };
  for (const kind of ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const) {
    addEventListener(kind, touched, { capture: true, passive: true });
  }
}

/** The header by which a page says that nobody is at it; none while somebody is. */
export function attendanceHeader(): Readonly<Record<string, string>> {
  return Date.now() - last.touchedAt > awayAfterMs ? { 'x-dunlin-unattended': '1' } : {};
}
