/** Login: the one-time code on demand, the way back, demo accounts, and errors in the server's words. */
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { Schema } from "@/api/types";
import { refusal, renderAt, serve } from "@/test/render";
import { LoginPage } from "./LoginPage";

const me: Schema<"Me"> = {
  account_id: "1",
  account_no: "QY00001",
  name: "周敏",
  login: "zhoumin",
  role: "operator",
  primary: true,
  access: "handle",
  password_due: false,
  agreements_due: [],
  permissions: [],
  last_login_at: null,
  organization: { id: "1", name: "运营中心", kind: "operator", state: "active", certified: false },
};

async function fill(login = "zhoumin", password = "correct horse") {
  await userEvent.type(await screen.findByLabelText("登录名"), login);
  await userEvent.type(screen.getByLabelText("密码"), password);
  await userEvent.click(screen.getByRole("button", { name: "登录" }));
}

it("asks for the one-time code when needed, then goes where the visitor wanted to go", async () => {
  const calls = serve({
    "GET /session": { body: { me: null, demo: false } },
    "POST /session": ({ body }) =>
      (body as { totp: string | null }).totp === "123456"
        ? { body: { me, demo: false } }
        : refusal(401, "accounts.totp_required", "请输入动态验证码"),
  });
  const { router } = renderAt("/login?next=%2Foperator%2Faudit", <LoginPage />, {
    "/operator/audit": <p>审计</p>,
  });
  await fill();
  await userEvent.type(await screen.findByLabelText("动态验证码"), "123 456");
  expect(screen.getByRole("alert").textContent).toContain("请输入动态验证码");
  await userEvent.click(screen.getByRole("button", { name: "登录" }));
  await waitFor(() => expect(router.state.location.pathname).toBe("/operator/audit"));
  const posts = calls.filter((call) => call.method === "POST");
  expect(posts.map((call) => call.body)).toEqual([
    { login: "zhoumin", password: "correct horse", totp: null },
    { login: "zhoumin", password: "correct horse", totp: "123456" },
  ]);
  expect(posts[0]?.headers.get("x-requested-with")).toBe("jinqiao");
});

it("shows why the login failed and keeps what was typed", async () => {
  serve({
    "GET /session": { body: { me: null, demo: false } },
    "POST /session": refusal(401, "accounts.bad_credentials", "登录名或密码不正确"),
  });
  renderAt("/login", <LoginPage />);
  await fill();
  expect((await screen.findByRole("alert")).textContent).toContain("登录名或密码不正确");
  expect((screen.getByLabelText("登录名") as HTMLInputElement).value).toBe("zhoumin");
  expect(screen.queryByLabelText("动态验证码")).toBeNull();
});

it("lists demo accounts on a demo server and fills the form", async () => {
  serve({
    "GET /session": { body: { me: null, demo: true } },
    "GET /demo/accounts": {
      body: [
        {
          role: "operator",
          login: "op1",
          password: "demo-pass-1",
          name: "陈静",
          organization: "运营中心",
          totp: "654321",
        },
      ],
    },
  });
  renderAt("/login", <LoginPage />);
  await userEvent.click(await screen.findByRole("button", { name: /陈静/ }));
  expect((screen.getByLabelText("登录名") as HTMLInputElement).value).toBe("op1");
  expect(((await screen.findByLabelText("动态验证码")) as HTMLInputElement).value).toBe("654321");
});

it("works for a further proof when one is asked, says so, and sends the same once more", async () => {
  const calls = serve({
    "GET /session": { body: { me: null, demo: false } },
    "POST /proofs": {
      body: { challenge: "4.1790000000.ab.cd", bits: 4, expires_at: "2026-11-29T00:00:00Z" },
    },
    "POST /session": ({ body }) =>
      (body as { proof?: string }).proof
        ? { body: { me, demo: false } }
        : refusal(429, "accounts.proof_required", "请完成安全验证"),
  });
  const { router } = renderAt("/login", <LoginPage />, { "/operator": <p>工作台</p> });
  await fill();
  await waitFor(() => expect(router.state.location.pathname).toBe("/operator"));
  const sent = calls.filter((call) => call.method === "POST").map((call) => [call.path, call.body]);
  expect(sent).toEqual([
    ["/session", { login: "zhoumin", password: "correct horse", totp: null }],
    ["/proofs", { purpose: "login", login: "zhoumin" }],
    [
      "/session",
      {
        login: "zhoumin",
        password: "correct horse",
        totp: null,
        proof: expect.stringMatching(/^4\.1790000000\.ab\.cd\.\d+$/),
      },
    ],
  ]);
});

it("shows how long to wait and asks for no proof then", async () => {
  const calls = serve({
    "GET /session": { body: { me: null, demo: false } },
    "POST /session": refusal(429, "accounts.wait", "尝试次数过多，请 8 秒后再试"),
  });
  renderAt("/login", <LoginPage />);
  await fill();
  expect((await screen.findByRole("alert")).textContent).toContain("请 8 秒后再试");
  expect(calls.some((call) => call.path === "/proofs")).toBe(false);
});

it("sends nothing while something is missing, and says what", async () => {
  const calls = serve({ "GET /session": { body: { me: null, demo: false } } });
  renderAt("/login", <LoginPage />);
  await userEvent.type(await screen.findByLabelText("登录名"), "zhoumin");
  await userEvent.click(screen.getByRole("button", { name: "登录" }));
  expect(screen.getByText("请填写密码")).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByLabelText("密码"));
  expect(calls.some(({ method }) => method === "POST")).toBe(false);
});
