/** The end of a limit and how many working days are left, as the server reckons them. */
import type { Schema } from "@/api/types";
import { dueWords } from "@/lib/dueWords";
import { StatusTag } from "./StatusTag";
import { DateText } from "./Values";

/** `short`: what is left alone, for tables and cards. */
export function DueText({ due, short }: { due: Schema<"Due"> | null; short?: boolean }) {
  if (!due) return "—";
  const { text, tone } = dueWords(due.days_left);
  const left = <StatusTag tone={tone}>{text}</StatusTag>;
  if (short) return left;
  return (
    <>
      <DateText value={due.at} mode="time" /> {left}
    </>
  );
}
