/** Controls that need more than one step: selects, dialogs, and what stands in a menu. */
import { expect, type Locator, type Page } from "@playwright/test";
import { pdfOf } from "./pdf";

type Scope = Page | Locator;

const pageOf = (scope: Scope): Page => ("page" in scope ? scope.page() : scope);

/** Chooses an option by its text; long lists of antd only render what is near, so their search field is used. */
export async function choose(scope: Scope, label: string | RegExp, option: string | RegExp) {
  const select = scope.getByRole("combobox", { name: label });
  if ((await select.evaluate((element) => element.tagName)) === "SELECT") {
    const texts = await select.locator("option").allTextContents();
    const text = texts.find((text) => (typeof option === "string" ? text === option : option.test(text)));
    await select.selectOption({ label: text ?? String(option) });
    return;
  }
  const list = pageOf(scope).locator(".ant-select-dropdown:not(.ant-select-dropdown-hidden)");
  const entry = list.locator(".ant-select-item-option").getByText(option, { exact: true }).first();
  // The list is drawn anew while it is filtered, and may close under the pointer: then a person opens it again.
  await expect(async () => {
    if (!(await list.isVisible())) await select.click({ force: true, timeout: 3_000 });
    if (typeof option === "string" && (await select.isEditable())) await select.fill(option);
    await entry.click({ timeout: 3_000 });
  }).toPass({ timeout: 20_000 });
  await expect(list).toBeHidden();
}

/** Presses what can be done with what a page is about: its one button, or what stands under 更多. */
export async function act(page: Page, name: string | RegExp) {
  const button = page.getByRole("button", { name, exact: true }).first();
  const more = page.getByRole("button", { name: "更多", exact: true });
  // The page before may still stand there with a menu of its own.
  await expect(async () => {
    await expect(button.or(more).first()).toBeVisible();
    if (!(await button.isVisible())) await more.click({ timeout: 2_000 });
    await button.click({ timeout: 5_000 });
  }).toPass({ timeout: 20_000 });
}

/** The open dialog with this title. */
export function dialog(page: Page, title: string | RegExp): Locator {
  return page.getByRole("dialog").filter({ has: page.getByText(title) });
}

/** Presses the button of a dialog and waits until the dialog has gone. */
export async function decide(box: Locator, button: string | RegExp) {
  await box.getByRole("button", { name: button }).click();
  await expect(box).toBeHidden();
}

/** A date `days` from today, as `<input type="date">` takes it, in the platform's time zone. */
export function dateIn(days: number): string {
  const at = new Date(Date.now() + days * 86_400_000);
  return at.toLocaleDateString("sv-SE", { timeZone: "Asia/Shanghai" });
}

/** Uploads a small document through the page's upload control. */
export async function attach(page: Page, name: string, buffer = pdfOf(1)) {
  await page.locator('input[type="file"]').setInputFiles({ name, mimeType: "application/pdf", buffer });
  await expect(page.getByRole("listitem").filter({ hasText: name }).getByText("已上传")).toBeVisible();
}
