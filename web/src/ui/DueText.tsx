/** The end of a limit and how much working time is left, as the server reckons it. */
import type { Schema } from "@/api/types";
import { dueWords, WORKING_TIME } from "@/lib/dueWords";
import { StatusTag } from "./StatusTag";
import { DateText } from "./Values";

/** `short`: what is left alone, for tables and cards. */
export function DueText({ due, short }: { due: Schema<"Due"> | null; short?: boolean }) {
  if (!due) return "—";
  const { text, tone } = dueWords(due.days_left);
  const left = (
    <span title={WORKING_TIME}>
      <StatusTag tone={tone}>{text}</StatusTag>
    </span>
  );
  if (short) return left;
  return (
    <>
      <DateText value={due.at} mode="time" /> {left}
    </>
  );
}
