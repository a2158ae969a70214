/** Filters of a workbench are there again when one comes back by the menu. */
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import { useSession } from "@/api/session";
import { renderAt, serve } from "@/test/render";
import { useKeptFilters } from "./keptFilters";

beforeEach(() => localStorage.clear());

function Filter() {
  const [filters, set] = useKeptFilters("work", ["kind"]);
  return (
    <>
      <p>类别 {filters.kind ?? "全部"}</p>
      <button type="button" onClick={() => set("kind", "pay")}>
        放款
      </button>
      <button type="button" onClick={() => set("kind", undefined)}>
        全部
      </button>
    </>
  );
}

function Guarded() {
  return useSession().data?.me ? <Filter /> : null;
}

function open(account: string) {
  serve({ "GET /session": { body: { me: { account_id: account } } } });
  return renderAt("/", <Guarded />);
}

it("keeps them for the account, apart from others", async () => {
  const first = open("1");
  await userEvent.click(await screen.findByRole("button", { name: "放款" }));
  expect(screen.getByText("类别 pay")).toBeTruthy();
  first.unmount();
  const second = open("2");
  expect(await screen.findByText("类别 全部")).toBeTruthy();
  second.unmount();
  open("1");
  expect(await screen.findByText("类别 pay")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "全部" }));
  expect(screen.getByText("类别 全部")).toBeTruthy();
  expect(localStorage.length).toBe(0);
});
