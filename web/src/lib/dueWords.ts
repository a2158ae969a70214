/** How much working time is left, in whole working days. */

/** Below this the end is near: the same day. */
const NEAR = 1;

export type DueTone = "neutral" | "warn" | "err";

export function dueWords(daysLeft: number): { text: string; tone: DueTone } {
  const whole = Math.floor(Math.abs(daysLeft));
  const days = whole === 0 ? "不足 1 个工作日" : `${whole} 个工作日`;
  if (daysLeft < 0) return { text: `已超期${whole === 0 ? "" : " "}${days}`, tone: "err" };
  if (daysLeft < 0.1) return { text: "即将到期", tone: "warn" };
  return { text: `剩${whole === 0 ? "余" : " "}${days}`, tone: daysLeft < NEAR ? "warn" : "neutral" };
}
