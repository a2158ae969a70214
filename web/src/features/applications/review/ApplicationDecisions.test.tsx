import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, beforeEach, expect, it } from "vitest";
import type { Schema } from "@/api/types";
import { refusal, renderAt, serve } from "@/test/render";
import { ApplicationDecisions } from "./ApplicationDecisions";

const DETAIL = {
  id: "a1",
  version: 3,
  state: "second_review",
  amount: 100_000,
  materials: [],
  pays: true,
  actions: [
    { action: "pass_second", allowed: true, why: null },
    { action: "refuse_second", allowed: true, why: null },
  ],
} as unknown as Schema<"ApplicationDetail">;

const path = "POST /government/applications/a1/review";
const words = "经核对原始凭证，金额属实，同意。".repeat(125);
const box = () => screen.findByLabelText<HTMLTextAreaElement>(/^审核意见/);
const send = () => screen.getAllByRole("button", { name: "复审通过" }).at(-1) as HTMLElement;
const open = () => renderAt("/a1", <ApplicationDecisions detail={DETAIL} />);

beforeEach(() => sessionStorage.clear());
// What is shown later is loaded before, so that no wait depends on how busy the machine is.
beforeAll(async () => {
  await import("./DecisionDialog");
});

it("keeps 2,000 characters over the end of the session, and forgets them once they are sent", async () => {
  const user = userEvent.setup();
  let session = false;
  const calls = serve({
    [path]: () =>
      session ? { body: { ...DETAIL, state: "publicity" } } : refusal(401, "auth.required", "登录已失效"),
  });
  const first = open();
  await user.click(screen.getByRole("button", { name: /复审通过/ }));
  await user.click(await box());
  await user.paste(words);
  await user.click(send());
  await screen.findByText(/登录/);
  // The page goes to the login, and comes back as a new one.
  first.unmount();
  session = true;
  const second = open();
  expect((await box()).value).toBe(words);
  await user.click(send());
  await waitFor(() => expect(calls.at(-1)?.body).toMatchObject({ action: "pass_second", opinion: words }));
  await waitFor(() => expect(sessionStorage.length).toBe(0));
  second.unmount();
});

it("what is given up is not there again", async () => {
  const user = userEvent.setup();
  serve({});
  open();
  await user.click(screen.getByRole("button", { name: /不予通过/ }));
  await user.type(await box(), "材料与申报内容不一致");
  await waitFor(() => expect(sessionStorage.length).toBe(1));
  await user.click(screen.getByRole("button", { name: /取\s?消/ }));
  expect(sessionStorage.length).toBe(0);
});
