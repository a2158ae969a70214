/** A forgotten password: by a code where codes arrive, and whom to turn to where they do not. */
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { renderAt, serve } from "@/test/render";
import { ForgotPage } from "./ForgotPage";

const site = { "GET /settings": { body: {} } };
const sent = { status: 202, body: { ticket: "t-1", expires_at: "2026-11-23T02:10:00Z" } };

it("says whom to turn to while no messages are sent", async () => {
  serve({ ...site, "GET /session": { body: { me: null, demo: true, sms: false, mail: false } } });
  renderAt("/forgot", <ForgotPage />);
  expect(await screen.findByText(/平台尚未开通短信和邮件/)).toBeTruthy();
  expect(screen.getByText(/由两位运营人员办理，您会收到一次性链接/)).toBeTruthy();
  expect(screen.queryByLabelText("主账号登录名")).toBeNull();
});

it("asks for a code and sends it with the new password", async () => {
  const calls = serve({
    ...site,
    "GET /session": { body: { me: null, demo: false, sms: true, mail: false } },
    "POST /forgotten-password": sent,
    "POST /forgotten-password/choose": { status: 204 },
  });
  renderAt("/forgot", <ForgotPage />);
  await userEvent.type(await screen.findByLabelText("主账号登录名"), "qiye1");
  // Without the number there is nothing to send to.
  await userEvent.click(screen.getByRole("button", { name: /获取验证码$/ }));
  expect(await screen.findByText("请填写手机号码")).toBeTruthy();
  await userEvent.type(screen.getByLabelText("手机号码"), "13800000001");
  await userEvent.click(screen.getByRole("button", { name: /获取验证码$/ }));
  expect(await screen.findByText(/验证码已发送/)).toBeTruthy();
  expect((screen.getByRole("button", { name: /秒后可重发$/ }) as HTMLButtonElement).disabled).toBe(true);
  await userEvent.type(screen.getByLabelText("验证码"), "123456");
  await userEvent.type(screen.getByLabelText("新密码"), "correct horse battery");
  await userEvent.type(screen.getByLabelText("再次输入新密码"), "correct horse battery");
  await userEvent.click(screen.getByRole("button", { name: "设置新密码" }));
  expect(await screen.findByText(/新密码已生效/)).toBeTruthy();
  await waitFor(() =>
    expect(calls.filter((call) => call.method === "POST").map((call) => call.body)).toEqual([
      { login: "qiye1", channel: "sms", contact: "13800000001" },
      { ticket: "t-1", code: "123456", login: "qiye1", password: "correct horse battery" },
    ]),
  );
});
