/** The demo accounts, logged in through the API; a one-time code works once, so each account logs in once per run. */
import { join } from "node:path";
import { type APIRequestContext, expect } from "@playwright/test";

export const PASSWORD = "Yanshi-2026-11";
export const HEADERS = { "X-Requested-With": "jinqiao" };

/** Accounts whose session every test may use. `xinqiye9` and `zulin6` are still in registration. */
export const LOGINS = [
  "qiye1",
  "qiye2",
  "jigou1",
  "jigou1b",
  "jigou1d",
  "jigou2",
  "yinhang3",
  "chuangxin7",
  "chuangxin4",
  "danbao4",
  "jijin7",
  "yunying1",
  "yunying2",
  "zhengfu1",
  "zhengfu1b",
  "zhengfu1c",
  "zhengfu1d",
  "zhengfu3",
  "zhengfu4b",
  "zhengfu4c",
  "jiandu1",
  "zhongjie1",
  "xinqiye9",
  "zulin6",
] as const;

export type Login = (typeof LOGINS)[number];

/** Set by the global setup, inherited by the workers. */
const FOLDER = "JINQIAO_E2E_SESSIONS";

export const keepSessionsIn = (folder: string) => {
  process.env[FOLDER] = folder;
};

export const sessionFile = (login: Login) => join(process.env[FOLDER] ?? "", `${login}.json`);

export const idsFile = () => join(process.env[FOLDER] ?? "", "ids.json");

type Demo = { login: string; totp: string | null };

export async function currentCode(request: APIRequestContext, login: string): Promise<string | null> {
  const answer = await request.get("/api/demo/accounts");
  expect(answer.status()).toBe(200);
  const accounts: Demo[] = await answer.json();
  return accounts.find((account) => account.login === login)?.totp ?? null;
}

export async function logIn(request: APIRequestContext, login: string): Promise<void> {
  const totp = await currentCode(request, login);
  const data = { login, password: PASSWORD, totp };
  const answer = await request.post("/api/session", { headers: HEADERS, data });
  expect(answer.status(), `${login}: ${await answer.text()}`).toBe(200);
}
