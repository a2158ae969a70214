/** A list of payments is made of what waits, and not where nothing does. */
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, expect, it } from "vitest";
import { useSession } from "@/api/session";
import { renderAt, serve } from "@/test/render";
import { MakeList } from "./MakeList";

// What is shown later is loaded before, so that no wait depends on how busy the machine is.
beforeAll(async () => {
  await import("@/ui/ConfirmBox");
});

const Guarded = () => (useSession().data?.me ? <MakeList link={(id) => `/p/${id}`} /> : null);

const show = (permissions: string[], amounts: number[], total = amounts.length) => {
  const items = amounts.map((amount, place) => ({ id: String(place), amount }));
  const calls = serve({
    "GET /session": { body: { me: { permissions }, demo: false } },
    "GET /government/applications": { body: { items, total, page: 1, size: 100 } },
  });
  renderAt("/", <Guarded />);
  return calls;
};

it("cannot be made of nothing", async () => {
  show(["applications.review"], []);
  const button = await screen.findByRole<HTMLButtonElement>("button", { name: "没有待拨付的申请" });
  expect(button.disabled).toBe(true);
});

it.each([
  [2, /待拨付的申请有 2 件，共 300\.00 万元，都会列入本批次。/],
  [130, /待拨付的申请有 130 件，本批次列入 100 件，其余列入下一批次。/],
])("says how many of %i it is made of", async (total, words) => {
  show(["applications.review"], [100_000_000, 200_000_000], total);
  const button = await screen.findByRole<HTMLButtonElement>("button", { name: "生成拨付批次" });
  await expect.poll(() => button.disabled).toBe(false);
  await userEvent.click(button);
  expect(await screen.findByText(words)).toBeTruthy();
});

it("asks for no applications that the reader may not see", async () => {
  const calls = show([], []);
  const button = await screen.findByRole<HTMLButtonElement>("button", { name: "生成拨付批次" });
  expect(button.disabled).toBe(false);
  expect(calls.some(({ path }) => path === "/government/applications")).toBe(false);
});
