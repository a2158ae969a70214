/** A draft is saved while an agreement comes into force: it is signed on the page, and the draft sent again. */
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { refusal, renderAt, serve } from "@/test/render";
import { api, unwrap } from "./client";
import { type DraftKind, useDraftSave } from "./useDraftSave";

type Typed = { text: string };
type View = Typed & { id: string; version: number };

const KIND: DraftKind<Typed, View> = {
  name: "test",
  detail: (id) => ["demands", id],
  list: ["demands"],
  empty: { text: "" },
  ofView: ({ text }) => ({ text }),
  clean: (values) => values,
  create: async ({ text }) => {
    await unwrap(api.POST("/enterprise/texts/suggest", { body: { text } }));
    return { id: "1", version: 1, text };
  },
  write: async (id, version, { text }) => ({ id, version, text }),
  read: async (id) => ({ id, version: 1, text: "" }),
};

function Draft() {
  const { state, change, flush } = useDraftSave({ kind: KIND, view: null, onCreated: () => {} });
  return (
    <>
      <input aria-label="用途" onChange={(event) => change({ text: event.target.value })} />
      <button type="button" onClick={() => void flush()}>
        保存
      </button>
      <p>{state}</p>
    </>
  );
}

function changing() {
  const state = { due: ["privacy"] };
  const calls = serve({
    "GET /session": () => ({ body: { me: { agreements_due: state.due }, demo: false } }),
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
  return () => calls.filter(({ path }) => path.endsWith("/suggest")).length;
}

const press = async (name: string) => userEvent.click(await screen.findByRole("button", { name }));
const newest = () => screen.findByText("协议已更新", undefined, { timeout: 5_000 });

it("sends the draft again once it is signed", async () => {
  const sent = changing();
  renderAt("/", <Draft />);
  await userEvent.type(await screen.findByLabelText("用途"), "设备");
  await press("保存");
  await newest();
  await userEvent.click(await screen.findByRole("checkbox", { name: /我已阅读并同意/ }));
  await press("同意并继续");
  await screen.findByText("clean");
  expect(sent()).toBe(2);
});

it("asks once, and keeps what is typed when it is not signed", async () => {
  const sent = changing();
  renderAt("/", <Draft />);
  await userEvent.type(await screen.findByLabelText("用途"), "设备");
  await press("保存");
  await newest();
  await press("暂不同意");
  await screen.findByText("failed");
  await press("保存");
  await screen.findByText("failed");
  expect(sent()).toBe(2);
  expect(screen.queryByText("协议已更新")).toBeNull();
});
