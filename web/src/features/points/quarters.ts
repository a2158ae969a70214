/** Quarters of the year in Shanghai, as the server names them. */
import { todayIn } from "@/lib/dates";

/** The quarter in which `now` lies: `2026Q4`. */
export function quarterOf(now: Date): string {
  const [year, month] = todayIn(now).split("-").map(Number);
  return `${year}Q${Math.floor(((month ?? 1) - 1) / 3) + 1}`;
}

/** The newest `count` quarters, the running one first. */
export function quartersUntil(now: Date, count: number): string[] {
  const [year, quarter] = quarterOf(now).split("Q").map(Number);
  const last = (year ?? 0) * 4 + (quarter ?? 1) - 1;
  return Array.from({ length: count }, (_, index) => {
    const number = last - index;
    return `${Math.floor(number / 4)}Q${(number % 4) + 1}`;
  });
}
