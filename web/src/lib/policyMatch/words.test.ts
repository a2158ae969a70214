import { describe, expect, it } from "vitest";
import type { Schema } from "@/api/types";
import {
  amountLine,
  eligibleTotal,
  grouped,
  groupOf,
  headline,
  type Match,
  partLines,
  reasons,
  steps,
} from "./words";

const step = (told: string) => ({ told }) as Schema<"PolicyPlanStep">;
const plan = (count: number, possible = true) => ({
  possible,
  steps: Array.from({ length: count }, (_, at) => step(`第 ${at + 1} 步`)),
});
const amount = (state: Schema<"PolicyAmountState">, fen: number | null = null, missing: string[] = []) =>
  ({
    state,
    amount: fen,
    missing: missing.map((name) => ({ name, field: name, source: "profile" })),
    defects: [],
    steps: [],
  }) as Schema<"PolicyCalculation">;
const match = (changed: Partial<Match>) =>
  ({ id: "1", verdict: "holds", failing: [], missing: [], plan: null, amount: null, ...changed }) as Match;

describe("groups", () => {
  it.each([
    [match({}), "eligible"],
    [match({ verdict: "fails", plan: plan(2) }), "near"],
    [match({ verdict: "fails", plan: plan(3) }), "far"],
    [match({ verdict: "fails", plan: plan(0, false) }), "far"],
    [match({ verdict: "unknown", plan: plan(1) }), "unknown"],
  ])("%#", (one, group) => expect(groupOf(one)).toBe(group));

  it.each([
    ["founded", { below: 30 }, "far"],
    ["founded", { above: 30 }, "near"],
    ["section", "other", "far"],
    ["staff", { below: 2 }, "near"],
  ] as const)("%s that fails by %o is %s", (field, distance, group) => {
    const failing = [{ field, name: field, distance, sentence: "", told: "" }] as unknown as Match["failing"];
    const one = match({
      verdict: "fails",
      failing,
      plan: { possible: true, steps: [{ ...step(""), field }] },
    });
    expect(groupOf(one)).toBe(group);
    expect(steps(one)[0]?.includes("已经确定")).toBe(group === "far");
  });

  it("keep the order within, and leave out what is empty", () => {
    const items = [match({ id: "a", verdict: "unknown" }), match({ id: "b" }), match({ id: "c" })];
    expect(grouped(items).map(({ group, items }) => [group, items.map(({ id }) => id)])).toEqual([
      ["eligible", ["b", "c"]],
      ["unknown", ["a"]],
    ]);
  });

  it("say first what can be had, else what comes nearest", () => {
    const near = match({ verdict: "fails", plan: plan(1) });
    const told = (items: Match[]) => [headline(items).before, headline(items).count];
    expect(told([match({}), near])).toEqual(["符合", 1]);
    expect(told([near, match({ verdict: "unknown" })])).toEqual(["有", 1]);
    expect(told([match({ verdict: "unknown" })])).toEqual(["还有", 1]);
    expect(told([match({ verdict: "fails" })])).toEqual(["已比对", 1]);
  });

  it("add up only what holds", () => {
    const items = [
      match({ amount: amount("computed", 5_000_000) }),
      match({ amount: amount("unknown") }),
      match({ verdict: "fails", amount: amount("computed", 9_000_000) }),
    ];
    expect(eligibleTotal(items)).toBe(5_000_000);
  });
});

describe("words", () => {
  it("of amounts", () => {
    expect(amountLine(match({}))).toBeNull();
    expect(amountLine(match({ amount: amount("computed", 0) }))).toEqual({
      figure: "0.00 万元",
      note: "预计可得",
    });
    expect(amountLine(match({ verdict: "fails", amount: amount("computed", 5_000_000) }))?.note).toBe(
      "符合条件后预计可得",
    );
    expect(amountLine(match({ amount: amount("unknown", null, ["设备投资额", "上年度研发费用"]) }))).toEqual({
      figure: null,
      note: "补充设备投资额、上年度研发费用后可以测算金额",
    });
    expect(amountLine(match({ amount: amount("impossible") }))?.figure).toBeNull();
  });

  it("of what fails and of what is missing", () => {
    const failing = [
      { sentence: "资产负债率不高于 70%", told: "现为 75%，高出 5 个百分点" },
    ] as Schema<"PolicyFinding">[];
    expect(reasons(match({ verdict: "fails", failing }))).toEqual([
      "资产负债率不高于 70%（现为 75%，高出 5 个百分点）",
    ]);
    const missing = amount("unknown", null, ["从业人数"]).missing;
    expect(reasons(match({ verdict: "unknown", missing }))).toEqual(["还缺：从业人数"]);
    expect(reasons(match({ verdict: "unknown" }))).toEqual(["条件需要人工核对，请咨询主管部门"]);
    expect(steps(match({ plan: plan(1) }))).toEqual(["第 1 步"]);
    expect(steps(match({ plan: plan(0, false) }))[0]).toContain("相互矛盾");
  });

  it("of conditions, where a not takes no line and no indent", () => {
    const judged = (part: Schema<"PolicyPart">, depth: number, sentence?: string) =>
      ({
        part,
        depth,
        path: `/${part}/${depth}/${sentence}`,
        verdict: "holds",
        finding: sentence ? { sentence, told: "现为 1", evidence: null } : null,
      }) as Schema<"PolicyJudged">;
    const lines = partLines([
      judged("all", 0),
      judged("not", 1),
      judged("test", 2, "甲"),
      judged("any", 1),
      judged("test", 2, "乙"),
    ]);
    expect(lines.map(({ depth, text, isGroup }) => [depth, text, isGroup])).toEqual([
      [0, "须同时符合", true],
      [1, "甲", false],
      [1, "符合其中一项即可", true],
      [2, "乙", false],
    ]);
  });
});
