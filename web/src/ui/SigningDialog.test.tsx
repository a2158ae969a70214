/** A newer agreement is signed in one dialog, whatever was being sent, and what was typed is sent with it. */
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Form } from "antd";
import Input from "antd/es/input/Input";
import { expect, it } from "vitest";
import { type AgreementKind, agreementQuery } from "@/api/agreements";
import { api, ifMatch, unwrap } from "@/api/client";
import { useIntent } from "@/api/intent";
import { type Call, refusal, renderAt, serve } from "@/test/render";
import { FormDialog } from "./FormDialog";
import { ProblemAlert } from "./ProblemAlert";
import { ScopeFields } from "./ScopeFields";

const KIND: AgreementKind = "data_authorization";
const confirm = "POST /enterprise/orders/7/confirm";

/** A server where version 2 comes into force after the first read of the text. */
function changing() {
  let version = 1;
  return serve({
    "GET /enterprise/data-tiers": { body: { consented: [] } },
    [`GET /agreements/${KIND}`]: () => ({
      body: {
        kind: KIND,
        title: "数据授权书",
        version: version++,
        body: "正文",
        effective_at: "2026-11-01T00:00:00Z",
      },
    }),
    [confirm]: ({ body }) =>
      (body as { authorization_version: number }).authorization_version === 2
        ? { body: { done: true } }
        : refusal(409, "agreements.outdated", "协议已更新，请阅读新版本后再同意"),
  });
}

const send = (headers: { "Idempotency-Key": string }, authorization_version: number) =>
  unwrap(
    api.POST("/enterprise/orders/{id}/confirm", {
      params: { path: { id: "7" }, header: ifMatch(1) },
      body: { scopes: ["identity", "contact"], authorization_version },
      headers,
    }),
  );

const sent = (calls: Call[]) => calls.filter(({ method }) => method === "POST");
// By its text: in tests every dialog of antd has the same id for its title.
const newest = () => screen.findByText("协议已更新", undefined, { timeout: 5_000 });
const press = async (name: string) =>
  userEvent.click(await screen.findByRole("button", { name: new RegExp(name) }));

function Dialog() {
  return (
    <FormDialog
      title="确认对接"
      okText="确认并授权"
      signs={KIND}
      write={(_values, headers, agreement) => send(headers, agreement)}
      onDone={() => screen.getByRole("main").append("已确认")}
      onClose={() => {}}
    >
      <Form.Item name="note" label="说明">
        <Input />
      </Form.Item>
      <ScopeFields />
    </FormDialog>
  );
}

async function ready() {
  await userEvent.type(await screen.findByLabelText("说明"), "请尽快");
  await userEvent.type(await screen.findByLabelText("登录密码"), "correct horse");
  await userEvent.click(await screen.findByRole("checkbox", { name: /我已阅读并同意/ }));
  await press("确认并授权");
}

it("sends the refused write again, with the version signed and a key of its own", async () => {
  const calls = changing();
  renderAt(
    "/",
    <main>
      <Dialog />
    </main>,
  );
  await ready();
  await newest();
  await screen.findByText(/第 2 版/);
  expect(screen.getByLabelText("说明")).toHaveProperty("value", "请尽快");
  await press("同意并继续");
  await screen.findByText("请阅读全文并勾选同意");
  expect(sent(calls)).toHaveLength(1);
  const ticks = screen.getAllByRole("checkbox", { name: /我已阅读并同意/ });
  await userEvent.click(ticks.at(-1) as HTMLElement);
  await press("同意并继续");
  await screen.findByText("已确认");
  const [first, second] = sent(calls);
  expect([first, second].map((call) => call?.body)).toMatchObject([
    { authorization_version: 1 },
    { authorization_version: 2 },
  ]);
  expect(second?.headers.get("Idempotency-Key")).not.toBe(first?.headers.get("Idempotency-Key"));
  expect(screen.queryByText("协议已更新")).toBeNull();
});

it("keeps the form and says why when the new version is not signed", async () => {
  const calls = changing();
  renderAt(
    "/",
    <main>
      <Dialog />
    </main>,
  );
  await ready();
  await newest();
  await press("暂不同意");
  await screen.findByText("协议已更新，请阅读新版本后再同意");
  expect(screen.getByLabelText("说明")).toHaveProperty("value", "请尽快");
  expect(sent(calls)).toHaveLength(1);
  await press("确认并授权");
  await newest();
});

function Page() {
  const write = useIntent((_input: null, headers, agreement) => send(headers, agreement), { signs: KIND });
  return (
    <>
      <button type="button" onClick={() => write.mutate(null)}>
        提交
      </button>
      {write.isSuccess && <p>已提交</p>}
      <ProblemAlert problem={write.error} />
    </>
  );
}

it("does the same for a page that sends without a dialog of its own", async () => {
  const calls = changing();
  const { client } = renderAt("/", <Page />);
  await client.query(agreementQuery(KIND));
  await press("提交");
  await newest();
  await userEvent.click(await screen.findByRole("checkbox", { name: /我已阅读并同意/ }));
  await press("同意并继续");
  await screen.findByText("已提交");
  expect(sent(calls)).toHaveLength(2);
  expect(client.getQueryData(agreementQuery(KIND).queryKey)?.version).toBe(2);
});

function Plain() {
  const write = useIntent((_input: null, headers) => send(headers, 0));
  return (
    <button type="button" onClick={() => write.mutate(null)}>
      {write.isSuccess ? "已提交" : "提交"}
    </button>
  );
}

it("shows what the account itself has to accept, and sends the write again", async () => {
  let due: AgreementKind[] = ["privacy"];
  const text = (kind: AgreementKind) => ({
    kind,
    title: "规则",
    version: 2,
    body: "正文",
    effective_at: "2026-11-01T00:00:00Z",
  });
  const calls = serve({
    "GET /session": () => ({ body: { me: { agreements_due: due }, demo: false } }),
    "GET /agreements/privacy": { body: text("privacy") },
    "POST /account/agreements": () => {
      due = [];
      return { status: 204 };
    },
    [confirm]: () =>
      due.length > 0 ? refusal(403, "agreements.outdated", "协议有新版本") : { body: { done: true } },
  });
  renderAt("/", <Plain />);
  await press("提交");
  await newest();
  await userEvent.click(await screen.findByRole("checkbox", { name: /我已阅读并同意/ }));
  await press("同意并继续");
  await screen.findByText("已提交");
  expect(sent(calls).map(({ path, body }) => [path, body])).toMatchObject([
    ["/enterprise/orders/7/confirm", {}],
    ["/account/agreements", { kind: "privacy", version: 2 }],
    ["/enterprise/orders/7/confirm", {}],
  ]);
});
