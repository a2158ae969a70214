/** The figures of an institution in a quarter, one by one. */
import type { ReactNode } from "react";
import type { Schema } from "@/api/types";
import { pointsText, shareText } from "@/labels/points";
import { reputationText } from "@/labels/ratings";
import { formatCount } from "@/lib/money";

/** In the order in which they are shown. */
export const FIGURES: (keyof Schema<"ServiceFigures">)[] = [
  "points",
  "answered",
  "limits",
  "contacts",
  "decisions",
  "decision_tenths",
  "overdue",
  "reasons",
  "terms",
  "satisfied",
  "conversion",
  "rating",
];

export function figureText(
  key: keyof Schema<"ServiceFigures">,
  figures: Schema<"ServiceFigures">,
): ReactNode {
  switch (key) {
    case "points":
      return pointsText(figures.points);
    case "overdue":
      return `${formatCount(figures.overdue)} 次`;
    case "decision_tenths":
      return figures.decision_tenths === null ? "—" : `${(figures.decision_tenths / 10).toFixed(1)} 个工作日`;
    case "rating":
      return reputationText(figures.rating);
    default:
      return shareText(figures[key]);
  }
}
