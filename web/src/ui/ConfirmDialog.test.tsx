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
