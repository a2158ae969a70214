import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, expect, it } from "vitest";
import type { Schema } from "@/api/types";
import { renderAt, serve } from "@/test/render";
import { ConsultationRead } from "./ConsultationRead";
import { ConsultationsCard } from "./ConsultationsCard";

const ROW = {
  id: "c1",
  application_id: "a1",
  no: "ZC-202611-00001",
  title: "设备更新补助",
  enterprise: "甲公司",
  department: "科技局",
  asked: "税务局",
  question: "请核实是否重复享受。",
  state: "open",
  asked_at: "2026-11-30T02:00:00Z",
  due: { at: "2026-12-14T02:00:00Z", days_left: 10, minutes_left: 5000 },
  verdict: null,
  opinion: null,
  answered_by: null,
  answered_at: null,
} as unknown as Schema<"ConsultationRow">;

const about = "/government/applications/a1/consultations";

// What is shown later is loaded before, so that no wait depends on how busy the machine is.
beforeAll(async () => {
  await Promise.all([import("./AskDialog"), import("./AnswerDialog")]);
});

it("asks the departments that are marked, and shows where each stands", async () => {
  const user = userEvent.setup();
  let rows: unknown[] = [];
  const calls = serve({
    [`GET ${about}`]: () => ({ body: rows }),
    "GET /government/consultations/departments": {
      body: [
        { id: "d1", name: "税务局" },
        { id: "d2", name: "人社局" },
      ],
    },
    [`POST ${about}`]: () => {
      rows = [ROW, { ...ROW, id: "c2", asked: "人社局", state: "answered", verdict: "objection", due: null }];
      return { status: 201, body: rows };
    },
  });
  renderAt("/a1", <ConsultationsCard application="a1" asks />);
  await user.click(await screen.findByRole("button", { name: "发起会商" }));
  const box = within(await screen.findByRole("dialog"));
  await user.click(await box.findByRole("checkbox", { name: "税务局" }));
  await user.click(box.getByRole("checkbox", { name: "人社局" }));
  await user.type(box.getByLabelText(/^需要会商的问题/), "请核实是否重复享受。");
  await user.click(box.getByRole("button", { name: /发\s?出/ }));
  expect(await screen.findByText("会商中")).toBeTruthy();
  expect(await screen.findByText("有异议")).toBeTruthy();
  const sent = calls.find(({ method }) => method === "POST");
  expect(sent?.body).toEqual({ departments: ["d1", "d2"], question: "请核实是否重复享受。" });
});

it("shows the form and takes an answer once", async () => {
  const user = userEvent.setup();
  const calls = serve({ "POST /government/consultations/c1/answer": { body: {} } });
  const form = {
    form: { blocks: [{ id: "name", label: "项目名称", input: { text: { max_length: 60 } } }] },
    values: { name: "智能产线改造" },
  };
  const detail = { ...ROW, form, waits: true } as unknown as Schema<"ConsultationDetail">;
  renderAt("/c1", <ConsultationRead detail={detail} />);
  expect(screen.getByText("智能产线改造")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "答复会商" }));
  const box = within(await screen.findByRole("dialog"));
  await user.click(await box.findByRole("radio", { name: "无异议" }));
  await user.type(box.getByLabelText(/^会商意见/), "未发现重复享受。");
  await user.click(box.getByRole("button", { name: "提交答复" }));
  await waitFor(() =>
    expect(calls.at(-1)?.body).toEqual({ verdict: "no_objection", opinion: "未发现重复享受。" }),
  );
});
