/** One primary button at most, never one that ends something; the rest in a menu, with the reasons of what cannot be done. */
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import type { Action } from "../ActionBar";
import { NowActions } from "./NowActions";

const action = (key: string, look: Partial<Action> = {}): Action => ({
  key,
  label: key,
  onClick: () => {},
  ...look,
});
const blocked = (whys: string[]) => whys.map((why, at) => ({ key: String(at), label: `操作${at}`, why }));
const shown = () => screen.getAllByRole("button").map((button) => button.textContent);
const primaries = () => document.querySelectorAll(".ant-btn-primary").length;

it("has one primary button, and the rest in the menu", async () => {
  const refuse = vi.fn();
  render(
    <NowActions
      allowed={[
        action("批准", { primary: true }),
        action("登记", { primary: true }),
        action("不予批准", { danger: true, onClick: refuse }),
      ]}
    />,
  );
  expect(shown()).toEqual(["批 准", "更 多"]);
  expect(primaries()).toBe(1);
  await userEvent.click(screen.getByRole("button", { name: /更/ }));
  await userEvent.click(screen.getByRole("button", { name: "不予批准" }));
  expect(refuse).toHaveBeenCalledOnce();
});

it("never shows what ends something by itself", () => {
  render(<NowActions allowed={[action("撤回报价", { primary: true, danger: true })]} />);
  expect(shown()).toEqual(["更 多"]);
  expect(primaries()).toBe(0);
});

it("does not hide the other of two choices", () => {
  render(<NowActions allowed={[action("接单报价", { primary: true }), action("不接单")]} />);
  expect(shown()).toEqual(["接单报价", "不接单"]);
});

it("says one reason of many once", () => {
  render(<NowActions allowed={[]} blocked={blocked(Array(13).fill("对接已结束"))} />);
  expect(screen.getByText("其他操作暂不能进行：对接已结束")).toBeTruthy();
  expect(screen.queryByRole("button")).toBeNull();
});

it("tells different reasons one by one, in the menu", async () => {
  render(<NowActions allowed={[]} blocked={blocked(["甲", "乙", "乙", "乙"])} />);
  expect(screen.queryAllByRole("listitem")).toHaveLength(0);
  await userEvent.click(screen.getByRole("button", { name: /更/ }));
  expect(screen.getAllByRole("listitem")).toHaveLength(4);
});

it("has nothing where nothing can be done", () => {
  const { container } = render(<NowActions allowed={[]} />);
  expect(container.textContent).toBe("");
});
