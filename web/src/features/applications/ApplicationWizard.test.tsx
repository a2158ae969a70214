import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { refusal, renderAt, serve } from "@/test/render";
import { ApplicationWizard } from "./ApplicationWizard";
import type { Detail } from "./content";

const DETAIL = {
  id: "a1",
  version: 3,
  state: "draft",
  number: 1,
  content: { values: { name: "甲" }, figures: {}, materials: [], payee: {} },
  form: {
    blocks: [
      { id: "name", label: "项目名称", required: true, input: { text: { max_length: 50 } } },
      { id: "staff", label: "人数", required: true, input: { number: {} } },
    ],
  },
  figures: [],
  materials: [{ name: "承诺书", source: "statement", required: true }],
  known: [],
  faults: [],
  files: [],
  judged: null,
  pays: false,
  actions: [],
} as unknown as Detail;

const path = "/enterprise/applications/a1";
const open = (step: string, onSubmitted = vi.fn()) => {
  renderAt(`/?step=${step}`, <ApplicationWizard detail={DETAIL} onSubmitted={onSubmitted} />);
  return onSubmitted;
};

describe("an application that is written", () => {
  beforeEach(() => {
    Element.prototype.scrollIntoView = vi.fn();
  });

  it("that was saved elsewhere shows both texts and goes on with the own one", async () => {
    const user = userEvent.setup();
    let version = 4;
    const calls = serve({
      [`PUT ${path}`]: ({ headers, body }) =>
        headers.get("if-match")?.includes(String(version))
          ? { body: { ...DETAIL, version: ++version, content: body } }
          : refusal(409, "conflict.stale", "内容已被修改"),
      [`GET ${path}`]: () => ({
        body: { ...DETAIL, version, content: { ...DETAIL.content, values: { name: "同事写的" } } },
      }),
    });
    open("form");
    await user.type(screen.getByLabelText(/^项目名称/), "乙");
    await user.click(screen.getByRole("button", { name: "保存草稿" }));
    expect(await screen.findByText("同事写的")).toBeTruthy();
    const both = screen.getByRole("region", { name: "与另一处保存的内容不一致" });
    expect(within(both).getByText("甲乙")).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>(/^项目名称/).value).toBe("甲乙");
    await user.click(screen.getByRole("button", { name: /以本页现在的内容为准/ }));
    await waitFor(() => expect(screen.queryByText("同事写的")).toBeNull());
    const saved = calls.filter(({ method }) => method === "PUT").at(-1);
    expect(saved?.body).toMatchObject({ values: { name: "甲乙" } });
  });

  it("tells everything that is missing at once, and leads there", async () => {
    const user = userEvent.setup();
    const errors = [
      { field: "values.staff", code: "required", message: "“人数”不能为空" },
      { field: "materials.承诺书", code: "required", message: "请确认“承诺书”" },
    ];
    serve({
      [`POST ${path}/submit`]: () => ({
        status: 422,
        body: { status: 422, code: "validation", detail: "内容有误", errors },
      }),
    });
    open("confirm");
    expect(await screen.findByRole("button", { name: "“人数”不能为空" })).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "提交申请" }));
    const material = await screen.findByRole("button", { name: "请确认“承诺书”" });
    await user.click(material);
    await waitFor(() => expect(document.activeElement?.id).toBe("application_materialsmaterial-承诺书"));
    await user.click(screen.getByRole("button", { name: "查看全部" }));
    await user.click(screen.getByRole("button", { name: "“人数”不能为空" }));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(/^人数/)));
  });

  it("is handed in once, however often one taps", async () => {
    const user = userEvent.setup();
    const calls = serve({
      [`POST ${path}/submit`]: () => ({ body: { ...DETAIL, state: "submitted", no: "ZC-1" } }),
    });
    const onSubmitted = open("confirm");
    await user.dblClick(screen.getByRole("button", { name: "提交申请" }));
    await waitFor(() => expect(onSubmitted).toHaveBeenCalled());
    expect(calls.filter(({ method }) => method === "POST")).toHaveLength(1);
    expect(calls[0]?.headers.get("idempotency-key")).toBeTruthy();
  });
});
