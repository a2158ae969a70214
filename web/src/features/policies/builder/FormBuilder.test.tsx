import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, it } from "vitest";
import type { Form } from "@/lib/forms/model";
import { renderAt } from "@/test/render";
import { FormBuilder } from "./FormBuilder";

const FORM: Form = {
  blocks: [
    { id: "a", label: "甲", input: { text: { max_length: 10 } } },
    { id: "b", label: "乙", input: { money: {} } },
    { id: "c", label: "丙", input: { computed: { formula: "b × 2", kind: "money" } } },
  ],
};

let latest: Form | null = null;

function Held({ start }: { start: Form | null }) {
  const [form, setForm] = useState(start);
  latest = form;
  return <FormBuilder value={form} fields={[]} onChange={setForm} />;
}

const ids = () => latest?.blocks.map(({ id }) => id).join("");
const head = (name: RegExp) => screen.getByRole("button", { name, expanded: false });

describe("the builder of a form", () => {
  it("orders blocks with Alt and an arrow, and the focus goes with them", async () => {
    const user = userEvent.setup();
    renderAt("/", <Held start={FORM} />);
    head(/^1 ?甲/).focus();
    await user.keyboard("{Alt>}{ArrowUp}{/Alt}");
    expect(ids()).toBe("abc");
    await user.keyboard("{Alt>}{ArrowDown}{/Alt}");
    expect(ids()).toBe("bac");
    await user.keyboard("{Alt>}{ArrowDown}{/Alt}");
    expect(ids()).toBe("bca");
    expect(document.activeElement).toBe(head(/^3 ?甲/));
    expect(screen.getByText("“甲”已移到第 3 项，共 3 项")).toBeTruthy();
  });

  it("takes a deletion back, at the same place", async () => {
    const user = userEvent.setup();
    renderAt("/", <Held start={FORM} />);
    screen.getByRole("button", { name: "删除“乙”" }).focus();
    await user.keyboard("{Enter}");
    expect(ids()).toBe("ac");
    // What it was needed for says so.
    expect(within(head(/丙/)).getByText("1 处问题")).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "撤销删除" }));
    await user.keyboard("{Enter}");
    expect(latest).toEqual(FORM);
    expect(document.activeElement).toBe(head(/^2 ?乙/));
  });

  it("adds after the open block and begins at its name", async () => {
    const user = userEvent.setup();
    renderAt("/", <Held start={FORM} />);
    await user.click(head(/^1 ?甲/));
    screen.getByRole("button", { name: "单选" }).focus();
    await user.keyboard("{Enter}");
    expect(latest?.blocks.map(({ label }) => label)).toEqual(["甲", "单选", "乙", "丙"]);
    expect(document.activeElement).toBe(screen.getByLabelText("名称"));
    await user.clear(screen.getByLabelText("名称"));
    await user.type(screen.getByLabelText("名称"), "所属行业");
    expect(latest?.blocks[1]).toMatchObject({ id: "ssxy", label: "所属行业" });
  });

  it("says at which character a formula cannot be read", async () => {
    const user = userEvent.setup();
    renderAt("/", <Held start={FORM} />);
    await user.click(head(/丙/));
    await user.type(screen.getByLabelText("计算公式"), " +");
    expect(screen.getByText("第 8 个字符处：缺少数字、指标或括号")).toBeTruthy();
  });

  it("is nothing without blocks", async () => {
    const user = userEvent.setup();
    renderAt("/", <Held start={{ blocks: FORM.blocks.slice(0, 1) }} />);
    await user.click(screen.getByRole("button", { name: "删除“甲”" }));
    expect(latest).toBeNull();
  });
});
