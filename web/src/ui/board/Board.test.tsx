/** A drop does what the button does, and only where the step leads. */
import { fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { renderAt, screenIs } from "@/test/render";
import { Board } from "./Board";

const COLUMNS = [
  { key: "contact", title: "联系", sum: "300 万元" },
  { key: "study", title: "尽调" },
  { key: "pay", title: "放款" },
];

const card = (key: string, column: string, step?: { label: string; run: () => void; into?: string }) => ({
  key,
  column,
  name: `企业 ${key}`,
  content: <p>企业 {key}</p>,
  step,
  waits: "等企业答复",
});

const transfer = () => ({ dataTransfer: { effectAllowed: "", setData: () => {} } });

function open(phone = false) {
  screenIs(phone);
  const run = vi.fn();
  renderAt(
    "/",
    <Board
      label="看板"
      columns={COLUMNS}
      cards={[card("a", "contact", { label: "登记联系", run, into: "study" }), card("b", "pay")]}
    />,
  );
  return run;
}

it("takes a card only where its step leads, and begins the step there", async () => {
  const run = open();
  const moving = within(await screen.findByRole("region", { name: "联系" })).getByRole("listitem");
  fireEvent.dragStart(moving, transfer());
  const wrong = screen.getByRole("region", { name: "放款" });
  fireEvent.drop(wrong, transfer());
  expect(run).not.toHaveBeenCalled();
  const right = screen.getByRole("region", { name: "尽调" });
  expect(within(right).getByText("放在这里：登记联系")).toBeTruthy();
  fireEvent.drop(right, transfer());
  expect(run).toHaveBeenCalledOnce();
  expect(screen.queryByText("放在这里：登记联系")).toBeNull();
});

it("does the same by the button, and says what waits for others", async () => {
  const run = open();
  await userEvent.click(await screen.findByRole("button", { name: "登记联系：企业 a" }));
  expect(run).toHaveBeenCalledOnce();
  const waiting = within(screen.getByRole("region", { name: "放款" })).getByRole("listitem");
  expect(waiting.getAttribute("draggable")).toBe("false");
  expect(waiting.textContent).toContain("等企业答复");
  expect(screen.getByRole("region", { name: "联系" }).textContent).toContain("联系 1合计 300 万元");
});

it("is one column at a time on a phone, the first in which there is something to do", async () => {
  open(true);
  const tabs = await screen.findAllByRole("tab");
  expect(tabs.map(({ textContent }) => textContent)).toEqual(["联系1", "尽调0", "放款1"]);
  expect(tabs[0]?.getAttribute("aria-selected")).toBe("true");
  await userEvent.click(tabs[2] as HTMLElement);
  expect(within(screen.getByRole("tabpanel")).getByText("企业 b")).toBeTruthy();
});
