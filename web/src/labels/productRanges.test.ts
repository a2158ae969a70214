import { expect, it } from "vitest";
import { decisionText } from "./productRanges";

it.each([
  ["debt", 5, "5 个工作日以内"],
  ["equity", 40, "8 周以内"],
  ["equity", 12, "12 个工作日以内"],
  ["debt", null, "—"],
] as const)("%s of %s days is decided %s", (kind, days, text) => expect(decisionText(kind, days)).toBe(text));
