/** The palette by keyboard: opened by its key, searched as one types, and gone to with Enter. */
import { fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { paths } from "@/app/paths";
import { centre } from "@/centres/operator/centre";
import { renderAt, screenIs, serve } from "@/test/render";
import { PaletteButton } from "./PaletteButton";

const { operator } = paths;

const ME = {
  account_id: "1",
  role: "operator",
  access: "handle",
  permissions: ["organizations.manage", "complaints.handle"],
  agreements_due: [],
  organization: { name: "平台运营", state: "active" },
};

const organization = (id: string, name: string) => ({ id, name, kind: "institution", state: "active" });
const complaint = (id: string, no: string) => ({ id, no, title: "进度太慢", state: "answered" });

function open() {
  screenIs(false);
  const calls = serve({
    "GET /session": { body: { me: ME } },
    "GET /settings": { body: {} },
    "GET /operator/organizations": { body: { items: [organization("7", "渝州银行")], total: 1 } },
    "GET /operator/complaints": {
      body: { items: [complaint("1", "TS-202611-00001"), complaint("2", "TS-202611-00002")], total: 240 },
    },
  });
  const view = renderAt("/operator", <Page />, {
    [`${operator.organizations}/:id`]: <h1>单位</h1>,
    [operator.complaints]: <h1>投诉列表</h1>,
  });
  view.client.setQueryData(["session", "/session", {}], { me: ME });
  return { ...view, calls };
}

const Page = () => <PaletteButton centre={centre} />;

async function field() {
  fireEvent.keyDown(document, { key: "k", ctrlKey: true });
  return screen.findByRole<HTMLInputElement>("combobox", { name: "查找页面、编号或名称" });
}

const asked = (calls: { path: string }[]) =>
  calls.map(({ path }) => path).filter((path) => path !== "/settings");
const chosen = () => screen.getByRole("option", { selected: true }).textContent;

describe("the palette", () => {
  beforeEach(() => window.localStorage.clear());

  it("opens with its pages, and asks nothing yet", async () => {
    const { calls } = open();
    const input = await field();
    expect(screen.getAllByRole("option").map((option) => option.textContent)).toContain("单位管理审核");
    expect(input.getAttribute("aria-activedescendant")).toBe(screen.getAllByRole("option")[0]?.id);
    expect(asked(calls)).toEqual([]);
  });

  it("moves with the arrows, round at the ends, and goes with Enter", async () => {
    const { router } = open();
    const input = await field();
    await userEvent.type(input, "投诉");
    expect(chosen()).toBe("投诉与异议跟进与督办");
    await userEvent.keyboard("{ArrowUp}{ArrowDown}{Enter}");
    expect(router.state.location.pathname).toBe(operator.complaints);
    await waitFor(() => expect(screen.queryByRole("combobox")).toBeNull());
  });

  it("asks once when typing rests, searches what the server searches and looks through the rest", async () => {
    const { calls, router } = open();
    await userEvent.type(await field(), "渝州银行");
    await screen.findByText("渝州银行");
    expect(asked(calls).filter((path) => path === "/operator/organizations")).toHaveLength(1);
    // No complaint fits, and only the latest were looked through.
    expect(screen.queryByText("TS-202611-00001")).toBeNull();
    expect(screen.getByText(/只查找了投诉与异议最近 2 条/)).toBeTruthy();
    await userEvent.keyboard("{Enter}");
    expect(router.state.location.pathname).toBe(operator.organization("7"));
  });

  it("does not ask again for a list that it has", async () => {
    const { calls } = open();
    const input = await field();
    await userEvent.type(input, "00001");
    await screen.findByText("TS-202611-00001");
    await userEvent.clear(input);
    await userEvent.type(input, "00002");
    await screen.findByText("TS-202611-00002");
    expect(asked(calls).filter((path) => path === "/operator/complaints")).toHaveLength(1);
  });

  it("leaves keys to an input method, and takes its text when it is whole", async () => {
    const { router, calls } = open();
    const input = await field();
    fireEvent.compositionStart(input);
    fireEvent.change(input, { target: { value: "tou" } });
    fireEvent.keyDown(input, { key: "Enter", isComposing: true });
    fireEvent.keyDown(input, { key: "Escape", keyCode: 229 });
    expect(router.state.location.pathname).toBe("/operator");
    expect(screen.getAllByRole("option").length).toBeGreaterThan(1);
    fireEvent.change(input, { target: { value: "投诉" } });
    fireEvent.compositionEnd(input);
    expect(chosen()).toBe("投诉与异议跟进与督办");
    expect(asked(calls)).toEqual([]);
  });

  it("closes with Escape or its key, and gives the focus back", async () => {
    open();
    const button = screen.getByRole("button", { name: /查找/ });
    await userEvent.click(button);
    await screen.findByRole("combobox");
    await userEvent.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("combobox")).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(button));
    await field();
    fireEvent.keyDown(document, { key: "k", ctrlKey: true });
    await waitFor(() => expect(screen.queryByRole("combobox")).toBeNull());
  });
});
