/** 审核工作台: ten demands decided by keyboard alone, each with at most four presses, and nothing between them. */
import type { APIRequestContext, Page } from "@playwright/test";
import { atDesk } from "@/features/reviews/deskPaths";
import { HEADERS } from "./support/accounts";
import { expect, test } from "./support/fixtures";

const COUNT = 10;
const MOST_PRESSES = 4;

/** Hands in a demand, and gives back its number. */
async function handIn(api: APIRequestContext, amount: number): Promise<string> {
  const writes = () => ({ ...HEADERS, "Idempotency-Key": crypto.randomUUID() });
  const agreement = await api.get("/api/agreements/data_authorization");
  const draft = await api.post("/api/enterprise/demands", {
    headers: writes(),
    data: {
      kind: "debt",
      amount,
      term_months: 12,
      use_kind: "equipment",
      use_text: "购置检测设备，缩短交付周期",
      guarantees: ["credit"],
      rate_max: 480,
      repayments: ["equal_installment"],
      repayment_source: "主营业务销售回款",
    },
  });
  const { id, version, no } = await draft.json();
  const sent = await api.post(`/api/enterprise/demands/${id}/submit`, {
    headers: { ...writes(), "If-Match": `"${version}"` },
    data: { authorization_version: (await agreement.json()).version },
  });
  expect(sent.ok(), await sent.text()).toBe(true);
  return no;
}

/** What a reviewer presses: yes; back, with the first ready-made remark; no, with the first ready-made reason. */
const WAYS = [
  ["a", "Enter"],
  ["t", "1", "Control+Enter"],
  ["r", "1", "Control+Enter"],
] as const;

/** Presses as a person does who sees what a press did before the next. */
async function decide(page: Page, way: (typeof WAYS)[number]) {
  const [open, ...rest] = way;
  await page.keyboard.press(open);
  const box = page.getByRole("dialog");
  await expect(box).toBeVisible();
  if (rest.length === 1) await expect(box.locator(".ant-btn-primary")).toBeFocused();
  for (const key of rest) {
    await page.keyboard.press(key);
    if (key === "1") await expect(box.getByRole("textbox").last()).not.toHaveValue("");
  }
  await expect(box).toBeHidden();
  return way.length;
}

test("ten demands are decided by keyboard", async ({ as, isMobile }) => {
  test.skip(isMobile, "keys are for the desktop");
  const firm = await as("chuangxin7");
  const page = await as("yunying1");
  const left = new Set<string>();
  for (let index = 0; index < COUNT; index++)
    left.add(`融资需求 ${await handIn(firm.request, 100_000_000 + index * 1_000_000)}`);
  await page.goto("/operator?kind=demand");
  const heading = page.getByRole("heading", { level: 1 });
  const rows = page.getByRole("list", { name: "审核事项" }).getByRole("listitem");
  await expect(rows.first()).toBeVisible();

  const presses: number[] = [];
  while (left.size > 0) {
    const shown = (await heading.textContent()) ?? "";
    // What others have handed in is passed by.
    if (!left.has(shown)) {
      await page.keyboard.press("j");
      await expect(heading).not.toHaveText(shown);
      continue;
    }
    presses.push(await decide(page, WAYS[presses.length % WAYS.length] ?? WAYS[0]));
    left.delete(shown);
    // The next one is open, and the keyboard is on its heading.
    await expect(heading).not.toHaveText(shown);
    await expect(heading).toBeFocused();
  }
  expect(presses).toHaveLength(COUNT);
  expect(Math.max(...presses)).toBeLessThanOrEqual(MOST_PRESSES);
});

test("the desk tells its keys, and keeps them to itself", async ({ as, isMobile }) => {
  test.skip(isMobile, "keys are for the desktop");
  const page = await as("yunying1");
  await page.goto("/operator?kind=demand");
  await expect(page.getByRole("link", { name: "开始审核" })).toBeVisible();
  await page.keyboard.press("j");
  const text = page.getByLabel("对外展示文字（机构看到的内容）");
  await expect(text).toBeVisible();
  // Taken in hand and given back.
  await page.keyboard.press("c");
  const claimed = page.getByRole("list", { name: "审核事项" }).getByText("您已领取");
  await expect(claimed).toBeVisible();
  await page.keyboard.press("c");
  await expect(claimed).toBeHidden();
  const before = await text.inputValue();
  await text.focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("a");
  await expect(text).toHaveValue(`${before}a`);
  await page.keyboard.press("Backspace");
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "键盘快捷键" });
  await expect(help).toBeVisible();
  await page.keyboard.press("a");
  await expect(page.getByRole("dialog")).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(help).toBeHidden();
  expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe("BODY");
});

test.describe("with another reviewer", () => {
  test.use({ expectedErrors: [/status of 409 .*\/api\/operator\/demands/] });

  test("what somebody else has decided meanwhile is said, and the next opens", async ({ as, isMobile }) => {
    test.skip(isMobile, "the same code serves the phone");
    const firm = await as("chuangxin7");
    const page = await as("yunying1");
    const no = await handIn(firm.request, 120_000_000);
    const waiting = await page.request.get("/api/operator/reviews?state=waiting&kind=demand&size=100");
    const items: { link: string; title: string }[] = (await waiting.json()).items;
    const link = items.find(({ title }) => title.includes(no))?.link ?? "";
    await page.goto(`${atDesk(link)}?kind=demand`);
    await expect(page.getByRole("heading", { level: 1, name: no })).toBeVisible();
    await page.keyboard.press("a");
    await expect(page.getByRole("dialog").locator(".ant-btn-primary")).toBeFocused();

    const { demand } = await (await page.request.get(`/api${link}`)).json();
    const decided = await page.request.post(`/api${link}/refuse`, {
      headers: { ...HEADERS, "If-Match": `"${demand.version}"`, "Idempotency-Key": crypto.randomUUID() },
      data: { reason: "同一项需求已经发布，请勿重复提交。" },
    });
    expect(decided.ok(), await decided.text()).toBe(true);

    await page.keyboard.press("Enter");
    await expect(page.getByRole("status").filter({ hasText: "这件已由其他人办结" })).toBeVisible();
    await expect(page.getByRole("dialog")).toBeHidden();
    const heading = page.getByRole("heading", { level: 1 });
    await expect(heading).not.toHaveText(`融资需求 ${no}`);
    await expect(heading).toBeFocused();
  });
});
