/** 补充材料: the bank asks, the enterprise uploads, the bank reads. */
import { Bank } from "./pages/bank";
import { act, decide, dialog } from "./support/controls";
import { expect, test } from "./support/fixtures";

const FILE = {
  name: "近两年审计报告.pdf",
  mimeType: "application/pdf",
  buffer: Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"),
};

test("a bank asks for materials, the enterprise provides them", async ({ as, isMobile }) => {
  test.skip(isMobile, "one order of the demo data can be answered once");
  const bank = await as("jigou1");
  const enterprise = await as("qiye1");
  const answer = await bank.request.get("/api/institution/orders?state=due_diligence&size=100");
  const orders: { items: { id: string; awaiting_since: string | null }[] } = await answer.json();
  const id = orders.items.find((order) => order.awaiting_since)?.id ?? "";
  const order = new Bank(bank);
  await order.open(`/institution/orders/${id}`);
  await act(bank, "撤回材料要求");
  await decide(dialog(bank, "撤回材料要求？"), /^撤\s?回$/);
  await act(bank, "请企业补充材料");
  const request = dialog(bank, "请企业补充材料");
  await request.getByLabel("第 1 项材料", { exact: true }).fill("近两年审计报告");
  await request.getByRole("button", { name: "再加一项" }).click();
  await request.getByLabel("第 2 项材料", { exact: true }).fill("纳税证明");
  await decide(request, "通知企业");
  await expect(bank.getByText("待企业补充", { exact: true })).toBeVisible();

  await enterprise.goto("/enterprise");
  await enterprise.getByRole("link", { name: /请您补充材料/ }).click();
  await act(enterprise, "补充材料");
  const provide = dialog(enterprise, "补充材料");
  await expect(provide.getByText("纳税证明")).toBeVisible();
  await provide.getByRole("button", { name: "提交材料" }).click();
  await expect(provide.getByText(/请上传材料/).first()).toBeVisible();
  await provide.locator("input[type=file]").setInputFiles(FILE);
  await expect(provide.getByText(FILE.name)).toBeVisible();
  await provide.getByLabel(/说明/).fill("纳税证明本月内补交");
  await decide(provide, "提交材料");
  await expect(enterprise.getByText("已补充", { exact: true })).toBeVisible();

  await order.open(`/institution/orders/${id}`);
  const [download] = await Promise.all([
    bank.waitForEvent("download"),
    bank.getByRole("link", { name: FILE.name }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(FILE.name);
});
