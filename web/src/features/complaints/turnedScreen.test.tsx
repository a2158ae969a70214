import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { renderAt, screenIs, serve } from "@/test/render";
import { ComplaintPage } from "./ComplaintPage";
import { PartyActions } from "./PartyActions";

const COMPLAINT = {
  id: "1",
  no: "TS1",
  kind: "institution",
  state: "open",
  title: "迟迟没有联系",
  text: "确认对接后一直没有联系我们。",
  own: true,
  turn: null,
  due: null,
  can: { withdraw: true },
  actions: [{ action: "withdraw", allowed: true, reason: null }],
  files: [],
  timeline: [],
  reopened: 0,
  copied: false,
  version: 1,
};

it("keeps an open dialog and what was typed in it when the screen turns", async () => {
  screenIs(false);
  serve({ "GET /complaints/1": { body: COMPLAINT } });
  renderAt(
    "/complaints",
    <ComplaintPage viewer="own" id="1" back="/" actions={(one) => <PartyActions complaint={one} />} />,
  );
  await userEvent.click(await screen.findByRole("button", { name: "更多" }));
  await userEvent.click(screen.getByRole("button", { name: "撤回" }));
  const reason = await screen.findByRole("textbox");
  await userEvent.type(reason, "已经联系上了");
  for (const phone of [true, false]) {
    screenIs(phone);
    await screen.findByRole("textbox");
    expect(screen.getByRole("textbox")).toBe(reason);
    expect((reason as HTMLTextAreaElement).value).toBe("已经联系上了");
  }
});
