/** 工作台 and 看板: work is begun where it is seen, by pointer, keyboard and on the phone, and nothing acts by itself. */
import { expect, test } from "./support/fixtures";

test("a bank begins from its workbench what is due first, and its filters stick", async ({ as }) => {
  const bank = await as("jigou1");
  await bank.goto("/institution");
  const list = bank.getByRole("list", { name: "待办" });
  const first = list.getByRole("button", { name: /^受理申请：/ }).first();
  await first.focus();
  await bank.keyboard.press("Enter");
  await expect(bank.getByRole("dialog")).toContainText("受理这项申请？");
  await bank.keyboard.press("Escape");
  await expect(bank.getByRole("dialog")).toBeHidden();
  await expect(first).toBeFocused();

  const waiting = bank.getByRole("button", { name: /^等企业答复/ });
  await waiting.click();
  await expect(list).toContainText("待企业确认");
  await bank.goto("/institution/orders");
  await bank.goto("/institution");
  await expect(waiting).toHaveAttribute("aria-pressed", "true");
  await bank.getByRole("button", { name: /^全部 ?\d/ }).click();
  await expect(waiting).toHaveAttribute("aria-pressed", "false");
});

test("an order goes to the next column by a form, never by the drop alone", async ({ as, isMobile }) => {
  const bank = await as("jigou1");
  await bank.goto("/institution/orders?view=board");
  const step = bank.getByRole("button", { name: /^受理申请：/ }).first();
  if (isMobile) {
    await expect(bank.getByRole("tab", { selected: true })).toContainText("接单报价");
    await step.click();
  } else {
    const card = bank.getByRole("region", { name: "接单报价" }).getByRole("listitem").filter({ has: step });
    await card.dragTo(bank.getByRole("region", { name: "审批决策" }));
    await expect(bank.getByRole("dialog")).toBeHidden();
    await card.dragTo(bank.getByRole("region", { name: "首次联系" }));
  }
  await expect(bank.getByRole("dialog")).toContainText("受理这项申请？");
  await bank.keyboard.press("Escape");
  await expect(bank.getByRole("dialog")).toBeHidden();
  await expect(step).toBeVisible();
});

test("a firm is led by one main button, and what it has opened on the market is marked", async ({ as }) => {
  const firm = await as("qiye1");
  await firm.goto("/enterprise");
  const path = firm.getByRole("list", { name: "融资进度" });
  await expect(path.getByRole("heading")).toHaveCount(4);
  await expect(path.getByRole("button")).toHaveCount(1);

  const bank = await as("jigou1");
  await bank.goto("/institution/market");
  const row = bank.locator("tbody tr, li.list-card").filter({ hasText: "未看" }).first();
  const link = row.getByRole("link").first();
  const number = (await link.textContent())?.match(/XQ-\d+-\d+/)?.[0] ?? "";
  await link.click();
  await expect(bank.getByRole("heading", { level: 1 })).toContainText(number);
  await bank.goto("/institution/market");
  const seen = bank.getByRole("link", { name: number, exact: true });
  await expect(seen).toBeVisible();
});
