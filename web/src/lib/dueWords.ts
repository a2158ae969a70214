/** How much working time is left, in words. */

/** Below this the end is near. */
const NEAR = 1;

export type DueTone = "neutral" | "warn" | "err";

export function dueWords(daysLeft: number): { text: string; tone: DueTone } {
  const days = Math.abs(daysLeft).toFixed(1).replace(/\.0$/, "");
  if (daysLeft < 0) return { text: `已超期 ${days} 个工作日`, tone: "err" };
  if (daysLeft < 0.1) return { text: "即将到期", tone: "warn" };
  return { text: `剩 ${days} 个工作日`, tone: daysLeft < NEAR ? "warn" : "neutral" };
}
