/** 联合授信: a bank leads, another takes the rest of the loan; the enterprise agrees, opens its data, accepts and confirms both payments. */
import { Bank } from "./pages/bank";
import { DemandPage, DemandWizard } from "./pages/demand";
import { EnterpriseOrder } from "./pages/enterpriseOrder";
import { JointCredit } from "./pages/joint";
import { ReviewQueue } from "./pages/review";
import { act, dateIn, decide, dialog } from "./support/controls";
import { expect, test } from "./support/fixtures";

const LEAD = "渝州银行高新支行";
const MEMBER = "两江商业银行石桥铺支行";
const FIRM = "重庆绿能储电科技有限公司";

test("two banks lend together under a lead", async ({ as, isMobile }) => {
  test.skip(isMobile, "the whole journey is on the desktop; axe visits the pages on the phone");
  test.setTimeout(180_000);
  const firm = await as("chuangxin4");
  const operator = await as("yunying1");
  const lead = await as("jigou1");
  const member = await as("yinhang3");

  const wan = (800 + Math.floor(Math.random() * 9_000) / 100 + 0.01).toFixed(2);
  const demand = await new DemandWizard(firm).publish({
    wan,
    months: 12,
    use: "建设算力中心，采购服务器设备",
  });
  const queue = new ReviewQueue(operator);
  await queue.open(FIRM, "demand");
  await queue.publishDemand("建设算力中心，采购服务器设备");
  const bank = new Bank(lead);
  const order = await bank.grab(wan, "3.65");
  const offers = new DemandPage(firm);
  await offers.open(demand);
  await offers.openOffer(LEAD);
  await new EnterpriseOrder(firm).confirm(LEAD);
  await bank.open(order);
  await bank.logContact();
  await bank.startReview();

  // The enterprise lets the lead invite; whoever is invited reads figures only.
  const led = new JointCredit(lead);
  const id = await led.propose("300", MEMBER);
  const own = new JointCredit(firm);
  await own.open(`/enterprise/joint-credits/${id}`);
  await own.press("同意邀请其他机构", /同意邀请其他机构/, "同意邀请");
  const invited = new JointCredit(member);
  await member.goto("/institution/joint-credits?part=member");
  await member.locator(`a[href$="${id}"]`).first().click();
  await expect(member.getByText("企业授权后可见")).toBeVisible();
  await expect(member.getByText(FIRM)).toHaveCount(0);
  await invited.commit("700", "3.95");

  // More than is wanted: the lead keeps its share, the other is cut to the fen.
  await led.open(`/institution/joint-credits/${id}`);
  await led.press("确认成团", /确认成团/, "确认成团");
  await led.state("已成团");
  await own.open(`/enterprise/joint-credits/${id}`);
  await own.openData(MEMBER);
  await own.state("联合审批");
  await invited.open(`/institution/joint-credits/${id}`);
  await expect(member.getByText(FIRM).first()).toBeVisible();
  // Its own order comes first: contact and due diligence, as on any other.
  await act(member, "前往对接单办理");
  const joined = new Bank(member);
  await joined.logContact();
  await joined.startReview();
  for (const party of [led, invited]) {
    await party.open(`/institution/joint-credits/${id}`);
    await party.press("同意本机构份额", "同意本机构份额", /^同\s?意$/);
  }
  await invited.state("方案待企业接受");

  await own.open(`/enterprise/joint-credits/${id}`);
  await expect(firm.getByText("加权年利率", { exact: true })).toBeVisible();
  await act(firm, "接受联合方案");
  const sheet = dialog(firm, "接受联合方案");
  await sheet.getByRole("checkbox", { name: /已阅读并确认/ }).check();
  await decide(sheet, "接受联合方案");
  await own.state("放款中");
  for (const [party, bankName, voucher] of [
    [led, LEAD, "LH2026110001"],
    [invited, MEMBER, "LH2026110002"],
  ] as const) {
    await party.open(`/institution/joint-credits/${id}`);
    await party.recordPayment(voucher, dateIn(0));
    await own.open(`/enterprise/joint-credits/${id}`);
    await own.member(bankName).getByRole("button", { name: "确认放款" }).click();
    const box = firm.getByRole("dialog").filter({ hasText: voucher });
    await box.getByRole("button", { name: /确认放款/ }).click();
    await expect(box).toBeHidden();
  }
  await own.state("联合授信完成");
  await offers.open(demand);
  await expect(firm.locator(".page-header .status-tag")).toHaveText("已放款");
});
