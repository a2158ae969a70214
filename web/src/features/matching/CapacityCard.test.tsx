import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Link } from "react-router";
import { expect, test } from "vitest";
import type { Schema } from "@/api/types";
import { refusal, renderAt, serve } from "@/test/render";
import { CapacityCard } from "./CapacityCard";
import { capacityQuery } from "./capacity";

/** The card over a server whose `now` a colleague may change; only who read the latest version may save. */
async function show() {
  const store = { now: { version: 1, capacity: 30, dispatches: 12, full: false } as Schema<"CapacityView"> };
  const path = "/institution/dispatch-capacity";
  const calls = serve({
    [`GET ${path}`]: () => ({ body: store.now }),
    [`PUT ${path}`]: ({ body, headers }) => {
      const { version } = store.now;
      if (headers.get("If-Match") !== `"${version}"`) return refusal(409, "conflict.stale", "内容已被更新");
      store.now = { ...store.now, version: version + 1, ...(body as { capacity: number | null }) };
      return { body: store.now };
    },
  });
  const page = (
    <>
      <CapacityCard />
      <Link to="/other">别处</Link>
    </>
  );
  const { client, router } = renderAt("/products", page, { "/other": <p>另一页</p> });
  const field = await screen.findByRole<HTMLInputElement>("textbox");
  const colleague = async (capacity: number) => {
    store.now = { ...store.now, version: store.now.version + 1, capacity };
    await client.invalidateQueries({ queryKey: capacityQuery.queryKey });
    await screen.findByText(new RegExp(`还可以接收 ${capacity - 12} 件`, "u"));
  };
  const type = async (text: string) => {
    await userEvent.clear(field);
    await userEvent.type(field, text);
  };
  return { calls, router, field, colleague, type };
}

test("what a colleague saved comes in, unless somebody is typing", async () => {
  const { field, colleague, type } = await show();
  await colleague(40);
  await waitFor(() => expect(field.value).toBe("40"));
  await type("25");
  await colleague(50);
  expect(field.value).toBe("25");
});

test("who was overtaken learns what is set now, and saves with the same button", async () => {
  const { calls, field, colleague, type } = await show();
  await type("25");
  await colleague(50);
  await userEvent.click(screen.getByRole("button", { name: "保存" }));
  await screen.findByText(/其他账号刚刚把上限设为 50 件/u);
  expect(field.value).toBe("25");
  await userEvent.click(screen.getByRole("button", { name: "保存" }));
  await screen.findByText("已保存，从下一次派单起生效");
  const sent = calls.filter(({ method }) => method === "PUT");
  expect(sent.map(({ headers }) => headers.get("If-Match"))).toEqual(['"1"', '"2"']);
  expect(sent.map(({ body }) => body)).toEqual([{ capacity: 25 }, { capacity: 25 }]);
});

test("leaving asks while something is not saved, and no longer after that", async () => {
  const { router, type } = await show();
  await type("25");
  await userEvent.click(screen.getByRole("link", { name: "别处" }));
  await screen.findByText("离开本页？");
  await userEvent.click(screen.getByRole("button", { name: "留在本页" }));
  expect(router.state.location.pathname).toBe("/products");
  await userEvent.click(screen.getByRole("button", { name: "保存" }));
  await screen.findByText("已保存，从下一次派单起生效");
  await userEvent.click(screen.getByRole("link", { name: "别处" }));
  await screen.findByText("另一页");
});
