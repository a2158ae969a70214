/** Axe with dialogs, drawers and forms open. */
import type { Page } from "@playwright/test";
import { paths } from "@/app/paths";
import type { Login } from "./support/accounts";
import { checkAxe } from "./support/axe";
import { act, dialog } from "./support/controls";
import { expect, test } from "./support/fixtures";
import { type Ids, keptIds } from "./support/ids";
import { settled } from "./support/rest";

type Case = {
  name: string;
  login: Login;
  path: (ids: Ids) => string;
  open: (page: Page) => Promise<void>;
  phoneOnly?: boolean;
  desktopOnly?: boolean;
};

const press = (button: string | RegExp, title: string | RegExp) => async (page: Page) => {
  await act(page, button);
  await expect(dialog(page, title)).toBeVisible();
};

const CASES: Case[] = [
  {
    name: "confirm an order",
    login: "qiye1",
    path: (ids) => paths.enterprise.order(ids.grabbed),
    open: async (page) => {
      await press("确认对接", "确认对接")(page);
      await expect(dialog(page, "确认对接").getByRole("checkbox", { name: /我已阅读并同意/ })).toBeVisible();
    },
  },
  {
    name: "decline an order",
    login: "qiye1",
    path: (ids) => paths.enterprise.order(ids.grabbed),
    open: press("不选择该机构", /不选择该机构[?？]/),
  },
  {
    name: "accept a decision",
    login: "qiye1",
    path: (ids) => paths.enterprise.order(ids.offered),
    open: press("接受授信", "接受授信"),
  },
  {
    name: "take a share of a joint credit",
    login: "danbao4",
    path: (ids) => paths.institution.jointCredit(ids.jointCredit),
    open: press("认购份额", "认购份额"),
  },
  {
    name: "invite to a joint credit",
    login: "jigou1",
    path: (ids) => paths.institution.jointCredit(ids.jointCredit),
    open: press("邀请机构", "邀请机构"),
  },
  {
    name: "withdraw a demand",
    login: "qiye1",
    path: (ids) => paths.enterprise.demand(ids.offers),
    open: press("撤回需求", /撤回这项需求/),
  },
  {
    name: "grab form with errors",
    login: "jigou1",
    path: (ids) => paths.institution.demand(ids.marketDemand),
    open: async (page) => {
      await page.getByRole("button", { name: "添加一项费用" }).click();
      await page.getByRole("button", { name: "提交报价" }).click();
      await expect(page.getByText("请填写费用名称")).toBeVisible();
    },
  },
  {
    name: "retract an offer",
    login: "jigou1",
    path: (ids) => paths.institution.order(ids.grabbedBankOrder),
    open: press("撤回报价", /撤回报价[?？]/),
  },
  {
    name: "approve an organization",
    login: "yunying1",
    path: (ids) => paths.operator.organization(ids.waitingOrganization),
    open: press("审核通过", "审核通过？"),
  },
  {
    name: "refuse an organization",
    login: "yunying1",
    path: (ids) => paths.operator.organization(ids.waitingOrganization),
    open: press("不予通过", "不予通过？"),
  },
  {
    name: "return with defects",
    login: "yunying1",
    path: (ids) => paths.operator.organization(ids.waitingOrganization),
    open: async (page) => {
      await press("退回补正", "退回补正")(page);
      const box = dialog(page, "退回补正");
      await box.getByRole("button", { name: "再加一条" }).click();
      await box.getByRole("button", { name: "退回并通知" }).click();
      await expect(box.getByText("请写明需要怎样修改").first()).toBeVisible();
    },
  },
  {
    name: "keys of the review desk",
    login: "yunying1",
    path: () => paths.operator.home,
    open: press("快捷键说明", "键盘快捷键"),
    desktopOnly: true,
  },
  {
    name: "save a view",
    login: "yunying1",
    path: () => `${paths.operator.organizations}?state=active`,
    open: press("保存为常用视图", "保存为常用视图"),
  },
  {
    name: "publish a demand",
    login: "yunying1",
    path: (ids) => paths.operator.demand(ids.waitingDemand),
    open: press("通过并发布", "通过并发布？"),
  },
  {
    name: "hand over an order",
    login: "jigou1",
    path: (ids) => paths.institution.order(ids.bankOrder),
    open: press(/^移\s?交$/, "移交对接单"),
  },
  {
    name: "confirm a further draw",
    login: "qiye1",
    path: (ids) => paths.enterprise.loan(ids.recordedLoan),
    open: press("确认提款", "确认提款？"),
  },
  {
    name: "repayment without a number",
    login: "jigou1",
    path: (ids) => paths.institution.loan(ids.bankLoan),
    open: async (page) => {
      await press("登记还款", "登记还款")(page);
      const box = dialog(page, "登记还款");
      await box.getByRole("button", { name: "登记还款" }).click();
      await expect(box.getByText("请填写流水号")).toBeVisible();
    },
  },
  {
    name: "what else can be done with a loan",
    login: "jigou1",
    path: (ids) => paths.institution.loan(ids.bankLoan),
    open: async (page) => {
      await page.getByRole("button", { name: "更多" }).click();
      await expect(page.getByRole("button", { name: "登记用途核查" })).toBeVisible();
    },
  },
  {
    name: "check of the use of a loan",
    login: "jigou1",
    path: (ids) => paths.institution.loan(ids.bankLoan),
    open: press("登记用途核查", "登记用途核查"),
  },
  {
    name: "sheet of repayments with a fault",
    login: "jigou1",
    path: () => paths.institution.loans,
    open: async (page) => {
      await press("导入还款", "导入还款")(page);
      const box = dialog(page, "导入还款");
      await box.getByLabel("还款记录").fill("FK0,2026-11-01,0,1.00,,LS0");
      await box.getByRole("button", { name: /^导\s?入$/ }).click();
      await expect(box.getByText("第 1 行：没有借据号为“FK0”的在贷记录")).toBeVisible();
    },
  },
  {
    name: "call-back with errors",
    login: "yunying1",
    path: () => paths.operator.callbacks,
    open: async (page) => {
      await press(/^登记回访：/, /^登记回访：/)(page);
      const box = dialog(page, /^登记回访：/);
      await box.getByRole("radio", { name: "不满意" }).first().check();
      await box.getByRole("button", { name: /^登\s?记$/ }).click();
      await expect(box.getByText("有不满意或不一致的，请写明企业的意见")).toBeVisible();
    },
  },
  {
    name: "new sub-account with errors",
    login: "qiye1",
    path: () => paths.enterprise.team,
    open: async (page) => {
      await press("新建子账号", "新建子账号")(page);
      const box = dialog(page, "新建子账号");
      await box.getByRole("button", { name: /^新\s?建$/ }).click();
      await expect(box.getByText("请填写登录名")).toBeVisible();
    },
  },
  {
    name: "new unit",
    login: "jigou1",
    path: () => `${paths.institution.team}?tab=units`,
    open: press(/^新增下级/, /下新增$/),
  },
  {
    name: "year of the calendar with a bad line",
    login: "yunying1",
    path: () => `${paths.operator.calendar}?year=2028`,
    open: async (page) => {
      await press(/^修\s?改$/, "修改 2028 年的安排")(page);
      const box = dialog(page, "修改 2028 年的安排");
      await box.getByLabel("放假和调休日").fill("2028-02-30,放假,春节");
      await box.getByRole("button", { name: /^保\s?存$/ }).click();
      await expect(box.getByText("第 1 行：日期须写成 2027-01-01")).toBeVisible();
    },
  },
  {
    name: "import of a standard with a wrong line",
    login: "yunying1",
    path: () => paths.operator.standards,
    open: async (page) => {
      await press("导入企业划型标准", "导入企业划型标准")(page);
      const box = dialog(page, "导入企业划型标准");
      await box.getByLabel("依据").fill("演示用的划型依据");
      await box.getByLabel("内容").fill("C,从业人员,300,,400,,10,,演示用的划型依据");
      await box.getByRole("button", { name: "查看影响" }).click();
      await expect(box.getByText("第 1 行：界限须从大型到小型依次降低")).toBeVisible();
    },
  },
  {
    name: "new table of weights with a wrong number",
    login: "yunying1",
    path: () => paths.operator.scoreWeights,
    open: async (page) => {
      await page.getByRole("button", { name: "新增权重表" }).click();
      await page.getByLabel("PCT 申请量的权重").fill("x");
      await page.getByLabel("生效日期").fill("2030-01-01");
      await page.getByLabel("来源").fill("演示用的权重来源");
      await page.getByRole("button", { name: /^保\s?存$/ }).click();
      await expect(page.getByText("初创期“PCT 申请量”的权重不是正确的数字")).toBeVisible();
    },
  },
  {
    name: "narrow a consent",
    login: "qiye1",
    path: (ids) => paths.enterprise.consent(ids.consent),
    open: press("缩小范围", "缩小授权范围"),
  },
  {
    name: "renew a consent",
    login: "qiye1",
    path: (ids) => paths.enterprise.consent(ids.runningConsent),
    open: async (page) => {
      await press("延长或扩大授权", "延长或扩大授权")(page);
      await expect(page.getByRole("checkbox", { name: /我已阅读并同意/ })).toBeVisible();
    },
  },
  {
    name: "assign a complaint",
    login: "yunying1",
    path: (ids) => paths.operator.complaint(ids.deskComplaint),
    open: press("指定经办人", "指定经办人"),
  },
  {
    name: "explain a complaint",
    login: "jigou1",
    path: (ids) => paths.institution.complaint(ids.openBankComplaint),
    open: press("说明情况", "说明情况"),
  },
  {
    name: "rule for points with an error",
    login: "yunying1",
    path: () => `${paths.operator.points}?side=institution`,
    open: async (page) => {
      await press("修改：确认对接后及时联系企业", /^修改规则/)(page);
      const box = dialog(page, /^修改规则/);
      await box.getByRole("button", { name: "增加上限" }).click();
      await box.getByRole("button", { name: "保存新版本" }).click();
      await expect(box.getByText("请填写修改原因")).toBeVisible();
    },
  },
  {
    name: "history of a rule",
    login: "yunying1",
    path: () => `${paths.operator.points}?side=institution`,
    open: press("历史：为企业发放首笔贷款", /历史版本$/),
  },
  {
    name: "finding",
    login: "yunying1",
    path: (ids) => paths.operator.organizationPoints(ids.certifiedInstitution),
    open: press("登记扣分认定", /^登记扣分认定/),
  },
  {
    name: "correction",
    login: "yunying1",
    path: (ids) => paths.operator.organizationPoints(ids.certifiedInstitution),
    open: press(/^冲正：/, "冲正这条记录？"),
  },
  {
    name: "account menu",
    login: "qiye1",
    path: () => paths.enterprise.home,
    open: async (page) => {
      await page.getByRole("button", { name: /账号菜单/ }).click();
      await expect(page.getByRole("button", { name: "退出登录" })).toBeVisible();
    },
  },
  {
    name: "palette",
    login: "jigou1",
    path: () => paths.institution.home,
    open: async (page) => {
      await page.getByRole("button", { name: "查找" }).click();
      await page.getByRole("combobox", { name: "查找页面、编号或名称" }).fill("DJ-");
      await expect(page.getByRole("group", { name: "对接单" }).getByRole("option").first()).toBeVisible();
    },
  },
  {
    name: "figures of a chart",
    login: "qiye1",
    path: () => paths.enterprise.score,
    open: async (page) => {
      await page.getByText("查看数据").first().click();
      await expect(page.getByRole("rowheader").first()).toBeVisible();
    },
  },
  {
    name: "menu drawer",
    login: "qiye1",
    path: () => paths.enterprise.home,
    phoneOnly: true,
    open: async (page) => {
      await page.getByRole("button", { name: "打开菜单" }).tap();
      await expect(page.getByRole("dialog").getByRole("link", { name: "企业档案" })).toBeVisible();
    },
  },
];

// The server is asked about a sheet that it cannot read.
test.use({ expectedErrors: [/status of 422 .*(read-csv|standards\/sizes\/preview)/] });

for (const { name, login, path, open, phoneOnly, desktopOnly } of CASES) {
  test(name, async ({ as, isMobile }) => {
    test.skip(!isMobile && phoneOnly === true, "only on the phone");
    test.skip(isMobile && desktopOnly === true, "only on the desktop");
    const page = await as(login);
    await page.goto(path(keptIds()));
    await settled(page);
    await open(page);
    await checkAxe(page, `${name}`);
  });
}
