/** `page` and `as(login)`: pages that fail the test when anything is logged as an error or thrown. */
import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import { type Login, sessionFile } from "./accounts";

type Options = {
  /** Errors that the test provokes, for example the 401 of a wrong password. */
  expectedErrors: RegExp[];
};

type Fixtures = {
  errors: string[];
  /** A page of this demo account, in a context of its own; without a name, of a visitor. */
  as: (login?: Login) => Promise<Page>;
  /** The same for tests that change nothing: the context is shared, so that scripts are loaded and compiled once a worker. */
  visit: (login: Login) => Promise<Page>;
};

type WorkerFixtures = { shared: Map<Login, BrowserContext> };

function watch(page: Page, errors: string[]) {
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
  as: async ({ browser, errors }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (login) => {
      const context = await browser.newContext(login ? { storageState: sessionFile(login) } : {});
      contexts.push(context);
      const page = await context.newPage();
      watch(page, errors);
      return page;
    });
    for (const context of contexts) await context.close();
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
  visit: async ({ browser, errors, shared }, use) => {
    const pages: Page[] = [];
    await use(async (login) => {
      const context = shared.get(login) ?? (await browser.newContext({ storageState: sessionFile(login) }));
      shared.set(login, context);
      const page = await context.newPage();
      pages.push(page);
      watch(page, errors);
      return page;
    });
    for (const page of pages) await page.close();
  },
});

export { expect };
