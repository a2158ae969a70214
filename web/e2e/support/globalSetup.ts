/** Logs every account in once and keeps the sessions, and the ids of what they visit, for the tests. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type FullConfig, request } from "@playwright/test";
import { HEADERS, keepSessionsIn, LOGINS, logIn, sessionFile } from "./accounts";
import { findIds, keepIds } from "./ids";

export default async function globalSetup(config: FullConfig) {
  const folder = mkdtempSync(join(tmpdir(), "jinqiao-sessions-"));
  keepSessionsIn(folder);
  const baseURL = config.projects[0]?.use.baseURL;
  for (const login of LOGINS) {
    const context = await request.newContext({ baseURL });
    await logIn(context, login);
    // Journeys publish demands for a certain bank: they go to all at once. What the demo has dispatched stays so.
    if (login === "yunying1") {
      const data = { value: 0 };
      const set = await context.put("/api/operator/parameters/dispatch_institutions", {
        headers: HEADERS,
        data,
      });
      if (!set.ok()) throw new Error(await set.text());
    }
    await context.storageState({ path: sessionFile(login) });
    await context.dispose();
  }
  keepIds(await findIds(baseURL ?? ""));
  return () => rmSync(folder, { recursive: true, force: true });
}
