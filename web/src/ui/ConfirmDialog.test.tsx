/** A dialog writes what was typed; a conflict keeps it open and reads the page again; success says so and closes it. */
import { useQuery } from "@tanstack/react-query";
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { api, ifMatch, unwrap } from "@/api/client";
import { readQuery } from "@/api/queries";
import { refusal, renderAt, serve } from "@/test/render";
import { ConfirmDialog } from "./ConfirmDialog";
import { useDialog } from "./useDialog";

const path = "/enterprise/orders/7";

function Order() {
  const order = useQuery(readQuery("orders", "/enterprise/orders/{id}", { path: { id: "7" } })).data;
  const { open, show, close, done } = useDialog<"withdraw">();
  return (
    <>
      <button type="button" onClick={() => show("withdraw")}>
        退出
      </button>
      {open && order && (
        <ConfirmDialog
          title="退出对接？"
          okText="退出对接"
          reason={{ label: "理由", limit: { min: 2, max: 500 } }}
          write={(reason, headers) =>
            unwrap(
              api.POST("/enterprise/orders/{id}/withdraw", {
                params: { path: { id: "7" }, header: ifMatch(order.version) },
                body: { reason },
                headers,
              }),
            )
          }
          changes="orders"
          onDone={() => done("已退出对接")}
          onClose={close}
        />
      )}
    </>
  );
}

test("a stale copy is read again while the dialog stays with its words", async () => {
  let version = 1;
  const calls = serve({
    [`GET ${path}`]: () => ({ body: { version } }),
    [`POST ${path}/withdraw`]: ({ headers }) =>
      headers.get("If-Match") === `"${version}"`
        ? { body: { version } }
        : refusal(409, "conflict.stale", "内容已被更新"),
  });
  renderAt("/", <Order />);
  await waitFor(() => expect(calls).toHaveLength(1));
  version = 2;
  await userEvent.click(screen.getByRole("button", { name: "退出" }));
  await userEvent.type(await screen.findByLabelText("理由"), "另有安排");
  await userEvent.click(screen.getByRole("button", { name: "退出对接" }));
  await screen.findByText("内容已被更新");
  await waitFor(() => expect(calls.filter(({ method }) => method === "GET")).toHaveLength(2));
  await userEvent.click(screen.getByRole("button", { name: "退出对接" }));
  await screen.findByText("已退出对接");
  expect(screen.queryByRole("dialog")).toBeNull();
  const sent = calls.filter(({ method }) => method === "POST");
  expect(sent.map(({ headers }) => headers.get("If-Match"))).toEqual(['"1"', '"2"']);
  expect(sent.map(({ body }) => body)).toEqual([{ reason: "另有安排" }, { reason: "另有安排" }]);
  expect(new Set(sent.map(({ headers }) => headers.get("Idempotency-Key"))).size).toBe(2);
});

function Review() {
  const order = useQuery(readQuery("orders", "/enterprise/orders/{id}", { path: { id: "7" } })).data;
  const { open, show, close, done } = useDialog<"approve">();
  return (
    <main>
      <h1>待审核</h1>
      {order?.state === "applied" && (
        <button type="button" onClick={() => show("approve")}>
          通过
        </button>
      )}
      {open && (
        <ConfirmDialog
          title="通过？"
          okText="确认通过"
          write={(_, headers) =>
            unwrap(api.POST("/institution/orders/{id}/take-on", { params: PARAMS, headers }))
          }
          changes="orders"
          onDone={() => done("已通过")}
          onClose={close}
        />
      )}
    </main>
  );
}

const PARAMS = { path: { id: "7" }, header: ifMatch(1) };

test("the keyboard goes back to the button, and to the heading once the button has gone", async () => {
  let state = "applied";
  serve({
    [`GET ${path}`]: () => ({ body: { state } }),
    "POST /institution/orders/7/take-on": () => {
      state = "contacting";
      return { body: {} };
    },
  });
  renderAt("/", <Review />);
  const button = await screen.findByRole("button", { name: "通过" });
  button.focus();
  await userEvent.keyboard("{Enter}");
  (await screen.findByRole("button", { name: /取\s?消/ })).focus();
  await userEvent.keyboard("{Enter}");
  await waitFor(() => expect(document.activeElement).toBe(button));
  await userEvent.keyboard("{Enter}");
  (await screen.findByRole("button", { name: "确认通过" })).focus();
  await userEvent.keyboard("{Enter}");
  await waitFor(() => expect(screen.queryByRole("button", { name: "通过" })).toBeNull());
  await waitFor(() => expect(document.activeElement?.textContent).toBe("待审核"));
});
