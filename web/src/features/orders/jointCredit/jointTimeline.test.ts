/** A share that is changed reads otherwise than a new one. */
import { expect, it } from "vitest";
import type { Schema } from "@/api/types";
import { jointTimeline } from "./jointTimeline";

const item = (step: string, actor: string | null): Schema<"TimelineItem"> => ({
  actor,
  at: "2026-11-30T01:00:00Z",
  kind: `joint_credits.${step}`,
  reason: null,
  side: "institution",
  text: step === "committed" ? "认购，400.00 万元" : step,
});

it("tells a changed share from a first one", () => {
  const told = jointTimeline(
    [
      item("proposed", "甲银行"),
      item("committed", "乙银行"),
      item("committed", "甲银行"),
      item("committed", "乙银行"),
      item("passed", "乙银行"),
      item("committed", "乙银行"),
      item("committed", null),
    ],
    "甲银行",
  );
  expect(told.map(({ text }) => text)).toEqual([
    "proposed",
    "认购，400.00 万元",
    "调整认购额，400.00 万元",
    "调整认购额，400.00 万元",
    "passed",
    "认购，400.00 万元",
    "认购，400.00 万元",
  ]);
});
