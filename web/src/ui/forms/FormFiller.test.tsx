import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, it } from "vitest";
import { answersOf } from "@/lib/forms/answers";
import type { Form, Values } from "@/lib/forms/model";
import { renderAt } from "@/test/render";
import type { Prefill } from "./FieldFrame";
import { FormFiller } from "./FormFiller";
import { fieldId } from "./fieldPlaces";

const yesNo = [
  { code: "yes", name: "是" },
  { code: "no", name: "否" },
];

/** The table hangs on a text that hangs on a choice. */
const FORM: Form = {
  blocks: [
    { id: "has", label: "有无设备", input: { choice: { options: yesNo } } },
    {
      id: "kind",
      label: "设备种类",
      input: { text: { max_length: 5 } },
      show_when: { test: { field: "has", op: "equal", value: "yes" } },
    },
    {
      id: "costs",
      label: "费用明细",
      input: { table: { columns: [{ id: "amount", label: "金额", required: true, input: { money: {} } }] } },
      show_when: { test: { field: "kind", op: "exists" } },
    },
    { id: "sum", label: "合计", input: { computed: { formula: "costs__amount × 2", kind: "money" } } },
    { id: "staff", label: "人数", input: { number: { min: 1, max: 100, unit: "人" } } },
  ],
};

let latest: Values = {};

type HeldProps = { start: Values; checked?: boolean; prefilled?: Prefill[] };

function Held({ start, ...rest }: HeldProps) {
  const [values, setValues] = useState(start);
  latest = values;
  return (
    <FormFiller
      form={FORM}
      values={values}
      onChange={setValues}
      day="2026-11-30"
      files={() => null}
      {...rest}
    />
  );
}

const DAY = "2026-11-30";

describe("a form that is filled in", () => {
  it("shows a chain as it is filled in, hides it from its beginning, and keeps what stood there", async () => {
    const user = userEvent.setup();
    renderAt("/", <Held start={{}} />);
    expect(screen.queryByLabelText("设备种类")).toBeNull();
    await user.selectOptions(screen.getByLabelText("有无设备"), "yes");
    expect(screen.queryByText("费用明细")).toBeNull();
    await user.type(screen.getByLabelText("设备种类"), "机床");
    await user.click(screen.getByRole("button", { name: "添加一行：费用明细" }));
    expect(document.activeElement).toBe(screen.getByLabelText("费用明细第 1 行 金额"));
    await user.keyboard("120");
    expect(screen.getByText("240.00 万元")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "删除“费用明细”第 1 行" }));
    expect(screen.getByText("填写“费用明细”后自动计算"), "no rows are no sum of nothing").toBeTruthy();
    await user.click(screen.getByRole("button", { name: "添加一行：费用明细" }));
    await user.keyboard("120");
    await user.selectOptions(screen.getByLabelText("有无设备"), "no");
    expect(screen.queryByText("费用明细")).toBeNull();
    expect(latest.costs).toEqual([{ amount: 120_000_000 }]);
    expect(answersOf(FORM, latest, DAY).submitted).toEqual({ has: "no" });
  });

  it("asks for a cell of a table only while it is shown, and leads there", async () => {
    const user = userEvent.setup();
    const start = { has: "yes", kind: "机床", costs: [{ amount: 1 }, {}] };
    const { unmount } = renderAt("/", <Held start={start} checked />);
    await user.click(screen.getByRole("button", { name: "“费用明细”第 2 行“金额”不能为空" }));
    expect(document.activeElement).toBe(screen.getByLabelText("费用明细第 2 行 金额"));
    unmount();
    renderAt("/", <Held start={{ ...start, has: "no" }} checked />);
    expect(screen.getByText("表单填写完整，没有发现问题。")).toBeTruthy();
  });

  it("keeps what cannot be read, in the field and in the values", async () => {
    const user = userEvent.setup();
    const { unmount } = renderAt("/", <Held start={{}} />);
    const staff = screen.getByLabelText("人数");
    await user.type(staff, "约50");
    expect(latest.staff).toBe("约50");
    await user.tab();
    unmount();
    renderAt("/", <Held start={latest} checked />);
    expect(screen.getByLabelText<HTMLInputElement>("人数").value).toBe("约50");
    await user.clear(screen.getByLabelText("人数"));
    await user.type(screen.getByLabelText("人数"), "500");
    expect(latest.staff).toBe(500);
    expect(screen.getByText("不能大于 100 人")).toBeTruthy();
  });

  it("says where a value comes from, that it was changed, and takes it back", async () => {
    const user = userEvent.setup();
    const prefilled = [{ block: "staff", value: 30, origin: "社保信息", date: "2026-10-31" }];
    renderAt("/", <Held start={{ staff: 30 }} prefilled={prefilled} />);
    expect(screen.getByText(/自动填入.*社保信息 · 2026-10-31/)).toBeTruthy();
    await user.type(screen.getByLabelText("人数"), "5");
    expect(screen.getByText("已修改")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "恢复“人数”为 30 人" }));
    expect(latest.staff).toBe(30);
    expect(screen.getByLabelText<HTMLInputElement>("人数").value).toBe("30");
  });

  it("takes a row away without mixing what stands in the others", async () => {
    const user = userEvent.setup();
    const costs = [{ amount: "甲" }, { amount: "乙" }, { amount: "丙" }];
    renderAt("/", <Held start={{ has: "yes", kind: "机床", costs }} />);
    await user.click(screen.getByRole("button", { name: "删除“费用明细”第 2 行" }));
    expect(latest.costs).toEqual([{ amount: "甲" }, { amount: "丙" }]);
    expect(screen.getByLabelText<HTMLInputElement>("费用明细第 2 行 金额").value).toBe("丙");
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "删除“费用明细”第 2 行" }));
  });
});

describe("ids of fields", () => {
  it("are of one place each, also in two forms", () => {
    const paths = ["/a", "/a_0_b", "/a/0/b", "/a/0", "/a_0/b", "/a__b"];
    const all = paths.flatMap((path) => [fieldId("x", path), fieldId("y", path)]);
    expect(new Set(all).size).toBe(all.length);
  });

  it("of a form that stands twice lead within their own", async () => {
    const user = userEvent.setup();
    const start = { has: "yes", kind: "机床", costs: [{}] };
    renderAt(
      "/",
      <>
        <section aria-label="一">
          <Held start={start} checked />
        </section>
        <section aria-label="二">
          <Held start={start} checked />
        </section>
      </>,
    );
    const [, second] = screen.getAllByRole("button", { name: "“费用明细”第 1 行“金额”不能为空" });
    if (second) await user.click(second);
    expect(document.activeElement?.closest("section[aria-label=二]")).not.toBeNull();
  });
});
