/** Words of the holiday table. */
import type { Schema } from "@/api/types";
import type { Labels } from "./label";

export const DAY_KIND: Labels<Schema<"CalendarDay">["kind"]> = {
  off: { text: "放假", tone: "ok" },
  work: { text: "调休上班", tone: "warn" },
};
