/** An agreement that comes into force while somebody types: it is signed on the page; elsewhere one comes back to it. */
import { useQuery } from "@tanstack/react-query";
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import Input from "antd/es/input/Input";
import { type ReactNode, useState } from "react";
import { Link } from "react-router";
import { expect, it } from "vitest";
import { AgreementsDuePage } from "@/account/AgreementsDuePage";
import type { AgreementKind } from "@/api/agreements";
import { api, unwrap } from "@/api/client";
import { useMe } from "@/api/session";
import { refusal, renderAt, serve } from "@/test/render";
import { SignDue } from "@/ui/SignDue";
import { RequireRole } from "./guards";

/** A server on which the privacy notice may come into force anew. */
function changing(due: AgreementKind[] = []) {
  const state = { due };
  const calls = serve({
    "GET /session": () => ({
      body: {
        demo: false,
        me: {
          name: "张三",
          role: "enterprise",
          password_due: false,
          agreements_due: state.due,
          organization: { state: "active" },
          permissions: [],
        },
      },
    }),
    "GET /agreements/privacy": {
      body: {
        kind: "privacy",
        title: "规则",
        version: 3,
        body: "正文",
        effective_at: "2026-11-01T00:00:00Z",
      },
    },
    "POST /account/agreements": () => {
      state.due = [];
      return { status: 204 };
    },
    "POST /enterprise/texts/suggest": () =>
      state.due.length > 0 ? refusal(403, "agreements.outdated", "协议有新版本") : { body: {} },
  });
  return { state, suggested: () => calls.filter(({ path }) => path.endsWith("/suggest")).length };
}

/** Every text typed is a query of its own, without anything read before. */
function Typing() {
  const [text, setText] = useState("");
  const asked = useQuery({
    queryKey: ["suggestion", text],
    queryFn: () => unwrap(api.POST("/enterprise/texts/suggest", { body: { text } })),
    enabled: text !== "",
    retry: false,
  });
  return (
    <>
      <Input aria-label="主营业务" value={text} onChange={(event) => setText(event.target.value)} />
      {asked.isSuccess && <p>有建议</p>}
      <Link to="/enterprise/other">别处</Link>
    </>
  );
}

const guarded = (page: ReactNode) => (
  <RequireRole roles={["enterprise"]}>
    <Signing />
    {page}
  </RequireRole>
);

function Signing() {
  return useMe().agreements_due.length > 0 ? <SignDue /> : null;
}

const open = (path: string) =>
  renderAt(path, guarded(<Typing />), {
    "/agreements": <AgreementsDuePage />,
    "/enterprise/other": guarded(<p>另一页</p>),
    "/enterprise": <p>工作台</p>,
  });

const newest = () => screen.findByText("协议已更新", undefined, { timeout: 5_000 });
const press = async (name: string) => userEvent.click(await screen.findByRole("button", { name }));
const agree = async (button: string) => {
  await userEvent.click(await screen.findByRole("checkbox", { name: /我已阅读并同意/ }));
  await press(button);
};

it("keeps what is typed, and asks again for what was refused, once it is signed", async () => {
  const { state, suggested } = changing();
  open("/enterprise/profile?edit=1");
  const field = await screen.findByLabelText("主营业务");
  await userEvent.type(field, "机");
  await screen.findByText("有建议");
  state.due = ["privacy"];
  await userEvent.type(field, "床");
  await newest();
  const before = suggested();
  await agree("同意并继续");
  await screen.findByText("有建议");
  expect(suggested()).toBe(before + 1);
  expect(screen.getByLabelText("主营业务")).toHaveProperty("value", "机床");
  await waitFor(() => expect(screen.queryByText("协议已更新")).toBeNull());
});

it("asks once, says why nothing goes on, and signs from the next page, which one comes back to", async () => {
  const { state } = changing();
  const { router } = open("/enterprise/profile?edit=1");
  const field = await screen.findByLabelText("主营业务");
  state.due = ["privacy"];
  await userEvent.type(field, "机");
  await newest();
  await press("暂不同意");
  await screen.findByText(/同意后才能继续办理/);
  await userEvent.type(field, "床");
  expect(field).toHaveProperty("value", "机床");
  expect(screen.queryByText("协议已更新")).toBeNull();
  await press("阅读并同意");
  await newest();
  await press("暂不同意");
  await userEvent.click(await screen.findByText("别处"));
  await agree("同意并继续");
  await screen.findByText("另一页");
  expect(router.state.location.pathname).toBe("/enterprise/other");
});

it("comes back to the page that was asked for, with what it was asked", async () => {
  changing(["privacy"]);
  const { router } = open("/enterprise/profile?edit=1");
  await agree("同意并继续");
  await screen.findByLabelText("主营业务");
  expect(router.state.location.search).toBe("?edit=1");
});
