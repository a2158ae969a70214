/** Days of a filter as moments: from the first one's beginning to the last one's end, Shanghai. */

const DAY = /^\d{4}-\d{2}-\d{2}$/;

const midnight = (day: string): Date | null => {
  const at = DAY.test(day) ? new Date(`${day}T00:00:00+08:00`) : null;
  return at && !Number.isNaN(at.getTime()) ? at : null;
};

export function dayRange(
  from: string | undefined,
  until: string | undefined,
): { from?: string; until?: string } {
  const first = from && midnight(from);
  const last = until && midnight(until);
  return {
    ...(first ? { from: first.toISOString() } : {}),
    ...(last ? { until: new Date(last.getTime() + 86_400_000).toISOString() } : {}),
  };
}
