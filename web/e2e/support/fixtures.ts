/** `page` and `as(login)`: pages that fail the test when anything is logged as an error or thrown. */
import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import { type Login, sessionFile } from "./accounts";
import { countRequests } from "./rest";

type Options = {
  /** Errors that the test provokes, for example the 401 of a wrong password. */
  expectedErrors: RegExp[];
};

type Fixtures = {
  errors: string[];
  /**
   * A page of this demo account, in the one context that a worker has for it, so that scripts are loaded and compiled
   * once; without a name, of a visitor, in a context of its own. What the platform keeps in the browser it keeps by tab.
   */
  as: (login?: Login) => Promise<Page>;
};

type WorkerFixtures = { shared: Map<Login, BrowserContext> };

function watch(page: Page, errors: string[]) {
  countRequests(page);
  page.on("pageerror", (error) => errors.push(`${page.url()}: ${error.stack ?? error.message}`));
  page.on("console", (message) => {
    if (message.type() !== "error") return;
    errors.push(`${page.url()}: ${message.text()} ${message.location().url}`);
  });
}

export const test = base.extend<Options & Fixtures, WorkerFixtures>({
  expectedErrors: [[], { option: true }],
  errors: [
    async ({ expectedErrors }, use) => {
      const errors: string[] = [];
      await use(errors);
      const unexpected = errors.filter((text) => !expectedErrors.some((pattern) => pattern.test(text)));
      expect(unexpected, "errors in the browser").toEqual([]);
    },
    { auto: true },
  ],
  page: async ({ page, errors }, use) => {
    watch(page, errors);
    await use(page);
  },
  shared: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of other fixtures from this pattern.
    async ({}, use) => {
      const contexts = new Map<Login, BrowserContext>();
      await use(contexts);
      for (const context of contexts.values()) await context.close();
    },
    { scope: "worker" },
  ],
  as: async ({ browser, errors, shared }, use) => {
    const visitors: BrowserContext[] = [];
    const pages: Page[] = [];
    const contextOf = async (login?: Login): Promise<BrowserContext> => {
      const known = login && shared.get(login);
      if (known) return known;
      const context = await browser.newContext(login ? { storageState: sessionFile(login) } : {});
      if (login) shared.set(login, context);
      else visitors.push(context);
      return context;
    };
    await use(async (login) => {
      const page = await (await contextOf(login)).newPage();
      pages.push(page);
      watch(page, errors);
      return page;
    });
    for (const page of pages) await page.close();
    for (const context of visitors) await context.close();
  },
});

export { expect };
