import { describe, expect, it } from "vitest";
import { faultsOf } from "@/lib/forms/faults";
import type { Form } from "@/lib/forms/model";
import { added, BLOCK_KINDS, columnRenamed, duplicated, idFor, relabelled, renamed } from "./blocks";
import { tidyForm } from "./tidy";

const NOTHING: Form = { blocks: [] };

const FORM: Form = {
  blocks: [
    { id: "jine", label: "金额", input: { money: {} } },
    {
      id: "qingdan",
      label: "清单",
      show_when: { any: [{ not: { test: { field: "jine", op: "exists" } } }] },
      input: { table: { columns: [{ id: "jine", label: "金额", input: { money: {} } }] } },
    },
    {
      id: "heji",
      label: "合计",
      input: { computed: { formula: "max(jine, qingdan__jine) + qingdan__rows", kind: "money" } },
    },
  ],
};

describe("ids", () => {
  it.each([
    ["设备投资额", [], "sbtze"],
    ["设备投资额", ["sbtze"], "sbtze_2"],
    ["R&D 费用", [], "r_d_fy"],
    ["2025 年收入", [], "money_2025_nsr"],
    ["IF", [], "money"],
    ["——", [], "money"],
    ["", ["money"], "money_2"],
  ])("of “%s”", (label, taken, want) => expect(idFor(label, "money", taken)).toBe(want));

  it("follow the label until they are set", () => {
    const form = relabelled(added(NOTHING, "money", 0), 0, "设备投资额");
    expect(form.blocks[0]).toMatchObject({ id: "sbtze", label: "设备投资额" });
    expect(relabelled(renamed(form, 0, "own"), 0, "其他").blocks[0]).toMatchObject({
      id: "own",
      label: "其他",
    });
  });

  it("are followed by conditions and formulas", () => {
    const form = renamed(FORM, 0, "amount");
    expect(form.blocks[1]?.show_when).toEqual({
      any: [{ not: { test: { field: "amount", op: "exists" } } }],
    });
    expect(form.blocks[2]?.input).toMatchObject({
      computed: { formula: "max(amount, qingdan__jine) + qingdan__rows" },
    });
    // The column of the same name is another thing.
    expect(form.blocks[1]?.input).toEqual(FORM.blocks[1]?.input);
    expect(renamed(FORM, 1, "list").blocks[2]?.input).toMatchObject({
      computed: { formula: "max(jine, list__jine) + list__rows" },
    });
    expect(columnRenamed(FORM, 1, "jine", "sum").blocks[2]?.input).toMatchObject({
      computed: { formula: "max(jine, qingdan__sum) + qingdan__rows" },
    });
  });

  it("that are taken draw nothing to them", () => {
    const twice = renamed(FORM, 0, "heji");
    expect(twice.blocks[2]?.input).toEqual(FORM.blocks[2]?.input);
    expect(renamed(twice, 0, "jine")).toEqual(FORM);
  });
});

describe("blocks", () => {
  it("of every kind are sound as they come, but for what only a person knows", () => {
    const form = BLOCK_KINDS.reduce((before, kind, at) => added(before, kind, at), NOTHING);
    expect(faultsOf(form, []).map(({ path }) => path)).toEqual(["/blocks/11/input/computed/formula"]);
    expect(new Set(form.blocks.map(({ id }) => id)).size).toBe(12);
  });

  it("are copied under a name of their own", () => {
    const form = duplicated(FORM, 0);
    expect(form.blocks.map(({ label }) => label)).toEqual(["金额", "金额（副本）", "清单", "合计"]);
    expect(faultsOf(form, [])).toEqual([]);
  });
});

describe("what is sent", () => {
  it("is the same however often it is tidied, and nothing where there is nothing", () => {
    const once = tidyForm({ blocks: FORM.blocks } as never);
    expect(tidyForm(once)).toEqual(once);
    expect(JSON.stringify(tidyForm(once))).toBe(JSON.stringify(once));
    expect(tidyForm({ blocks: [] })).toBeNull();
  });

  it("has no days that are not chosen", () => {
    const input = { date: { from: "", to: { months: 1 } } };
    expect(tidyForm({ blocks: [{ id: "d", label: "日", input }] } as never)?.blocks[0]?.input).toEqual({
      date: { to: { months: 1, days: 0 } },
    });
  });
});
