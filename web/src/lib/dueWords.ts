/** How much working time is left, in one unit everywhere: working days, and hours where they still decide something. */

/** Hours of a working day, nine to six. */
const HOURS = 9;

/** From so many days on the hours say nothing more. */
const WHOLE_DAYS = 2;

/** Below this the end is near: the same day. */
const NEAR = 1;

export type DueTone = "neutral" | "warn" | "err";

/** `1 个工作日 2 小时`; the server reckons in tenths of a day. The days are said to be working days: the calendar has more. */
function timeWords(days: number): string {
  const tenths = Math.round(Math.abs(days) * 10);
  const whole = Math.floor(tenths / 10);
  if (whole >= WHOLE_DAYS) return `${whole} 个工作日`;
  const hours = Math.floor(((tenths % 10) * HOURS) / 10);
  const parts = [whole > 0 && `${whole} 个工作日`, hours > 0 && `${hours} 小时`].filter(Boolean);
  return parts.join(" ") || "不足 1 小时";
}

const spaced = (before: string, time: string) => (/^\d/.test(time) ? `${before} ${time}` : before + time);

/** Days of the server, negative when the limit is over. */
export function dueWords(daysLeft: number): { text: string; tone: DueTone } {
  const time = timeWords(daysLeft);
  if (daysLeft < 0) return { text: spaced("已超期", time), tone: "err" };
  if (daysLeft < 0.1) return { text: "即将到期", tone: "warn" };
  return { text: spaced("剩", time), tone: daysLeft < NEAR ? "warn" : "neutral" };
}

/** What the words reckon in. */
export const WORKING_TIME = "按工作时间计算，一个工作日 9 小时（9:00 至 18:00）";
