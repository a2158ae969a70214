/** The inputs of the further steps: figures of years, loans, risks, listing, files; and the size, which follows from figures. */
import { Form, Radio, Select } from "antd";
import Input from "antd/es/input/Input";
import { ExistingLoan, ProfileIn, Risk } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { options, textOf } from "@/labels/label";
import { LISTING_INTENT, LISTING_STAGE, RISK_KIND, SIZE } from "@/labels/profile";
import { moneyText } from "@/lib/money";
import { now } from "@/lib/now";
import { MoneyInput, RateInput, SignedMoneyInput } from "@/ui/ScaledInput";
import { DIGITS } from "@/ui/textRules";
import { UploadField } from "@/ui/UploadField";
import type { ProfileValues } from "./profileValues";
import { Rows } from "./Rows";

const number = (unit: string) => (
  <Input inputMode="numeric" maxLength={7} suffix={<span className="unit">{unit}</span>} />
);

/** What is known of a row, in one line. */
const line = (...parts: (string | null | undefined | false)[]) => parts.filter(Boolean).join("，");

export function FinanceFields() {
  const last = now().getFullYear() - 1;
  const years = [0, 1, 2, 3].map((back) => ({ value: last - back, label: `${last - back} 年` }));
  const free = (rows: readonly { year?: number }[]) =>
    years.find(({ value }) => rows.every(({ year }) => year !== value))?.value ?? last;
  return (
    <>
      <p className="card-note">
        填写最近一至三个完整年度，单位为万元。最近一年的营业收入就是“上年营业收入”。自行填写的数据标为未核验，可在“数据核验”中授权核对。
      </p>
      <Rows
        name="finance"
        word="年度"
        most={3}
        first={(rows) => ({ year: free(rows) })}
        summary={({ year, revenue, profit }) =>
          line(
            `${year} 年`,
            `营业收入 ${moneyText(revenue)}`,
            typeof profit === "number" && `净利润 ${moneyText(profit)}`,
          )
        }
      >
        {(name) => (
          <>
            <Form.Item name={[name, "year"]} label="年份" required>
              <Select options={years} />
            </Form.Item>
            <Form.Item
              name={[name, "revenue"]}
              label="营业收入"
              rules={[{ required: true, message: "请填写营业收入" }]}
            >
              <MoneyInput />
            </Form.Item>
            <Form.Item name={[name, "profit"]} label="净利润（亏损填负数）">
              <SignedMoneyInput />
            </Form.Item>
            <Form.Item name={[name, "assets"]} label="资产总额">
              <MoneyInput />
            </Form.Item>
            <Form.Item name={[name, "liabilities"]} label="负债总额">
              <MoneyInput />
            </Form.Item>
            <Form.Item name={[name, "tax_paid"]} label="纳税总额">
              <MoneyInput />
            </Form.Item>
            <Form.Item name={[name, "rd_expense"]} label="研发费用">
              <MoneyInput />
            </Form.Item>
          </>
        )}
      </Rows>
    </>
  );
}

export function LoanFields() {
  return (
    <>
      <div className="form-grid">
        <Form.Item name="guarantees_given" label="对外担保余额">
          <MoneyInput />
        </Form.Item>
        <Form.Item name="overdue" label="目前是否有逾期贷款">
          <Radio.Group options={YES_NO} />
        </Form.Item>
        <Form.Item name="first_loan" label="是否从未获得过银行贷款（首贷户）">
          <Radio.Group options={YES_NO} />
        </Form.Item>
      </div>
      <Rows
        name="existing_loans"
        word="存量贷款"
        most={20}
        first={() => ({ bank: "" })}
        summary={({ bank, amount, due_on: due }) =>
          line(bank, `余额 ${moneyText(amount)}`, due && `${due} 到期`)
        }
      >
        {(name) => (
          <>
            <Form.Item
              name={[name, "bank"]}
              label="贷款机构"
              rules={[{ required: true, min: ExistingLoan.bank.min, message: "请填写贷款机构" }]}
            >
              <Input maxLength={ExistingLoan.bank.max} />
            </Form.Item>
            <Form.Item
              name={[name, "amount"]}
              label="贷款余额"
              rules={[{ required: true, message: "请填写贷款余额" }]}
            >
              <MoneyInput />
            </Form.Item>
            <Form.Item name={[name, "rate"]} label="贷款年利率">
              <RateInput />
            </Form.Item>
            <Form.Item name={[name, "guarantee"]} label="贷款担保方式">
              <Input maxLength={ExistingLoan.guarantee.max} />
            </Form.Item>
            <Form.Item name={[name, "due_on"]} label="到期日">
              <Input type="date" />
            </Form.Item>
          </>
        )}
      </Rows>
    </>
  );
}

const YES_NO = [
  { value: true, label: "是" },
  { value: false, label: "否" },
];

export function RiskFields() {
  return (
    <Rows
      name="risks"
      word="风险事项"
      most={20}
      first={() => ({ kind: "penalty" })}
      summary={({ kind, since, repaired_on: repaired }) =>
        line(RISK_KIND[kind], since && `发生于 ${since}`, repaired ? `已于 ${repaired} 修复` : "尚未修复")
      }
    >
      {(name) => (
        <>
          <Form.Item name={[name, "kind"]} label="类别" required>
            <Select options={options(RISK_KIND)} />
          </Form.Item>
          <Form.Item name={[name, "since"]} label="发生日期">
            <Input type="date" />
          </Form.Item>
          <Form.Item name={[name, "repaired_on"]} label="修复日期（尚未修复可不填）">
            <Input type="date" />
          </Form.Item>
          <Form.Item name={[name, "note"]} label="说明" className="wide">
            <Input maxLength={Risk.note.max} />
          </Form.Item>
        </>
      )}
    </Rows>
  );
}

export function InnovationFields() {
  return (
    <div className="form-grid pairs">
      <Form.Item name={["ip", "inventions"]} label="发明专利" rules={[DIGITS]}>
        {number("项")}
      </Form.Item>
      <Form.Item name={["ip", "utility_models"]} label="实用新型" rules={[DIGITS]}>
        {number("项")}
      </Form.Item>
      <Form.Item name={["ip", "software"]} label="软件著作权" rules={[DIGITS]}>
        {number("项")}
      </Form.Item>
      <Form.Item name={["ip", "pct"]} label="PCT 申请" rules={[DIGITS]}>
        {number("项")}
      </Form.Item>
      <Form.Item name="listing_intent" label="上市意向" required>
        <Select options={options(LISTING_INTENT)} placeholder="请选择" />
      </Form.Item>
      <Form.Item name="listing_stage" label="上市阶段">
        <Select options={options(LISTING_STAGE)} allowClear placeholder="请选择" />
      </Form.Item>
      <Form.Item
        name="tags"
        label={`自评标签（最多 ${ProfileIn.tags.max} 个）`}
        extra="输入后按回车"
        className="wide"
      >
        <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[",", "，", "、"]} />
      </Form.Item>
    </div>
  );
}

function sizeNote({ size_rule: rule, size_computed: size }: Schema<"ProfileView">): string {
  const computed = rule
    ? `按${rule}计算：${textOf(SIZE, size)}（保存后更新）。`
    : "国家没有规定本行业的划型标准，或需先选择行业小类。";
  return `${computed}如有不同，请选择并说明理由`;
}

/** The size follows from the rule; who sees it otherwise says why. */
export function SizeFields({ profile }: { profile: Schema<"ProfileView"> }) {
  const form = Form.useFormInstance<ProfileValues>();
  const chosen = Form.useWatch("size_override", form);
  return (
    <>
      <Form.Item name="size_override" label="企业规模" extra={sizeNote(profile)}>
        <Select options={options(SIZE)} allowClear placeholder="采用计算结果" />
      </Form.Item>
      {chosen && (
        <Form.Item
          name="size_reason"
          label="规模调整理由"
          rules={[{ required: true, min: 5, message: "请至少用 5 个字说明理由" }]}
        >
          <Input maxLength={ProfileIn.size_reason.max} />
        </Form.Item>
      )}
    </>
  );
}

type FileProps = { profile: Schema<"ProfileView">; onBusy: (busy: boolean) => void };

export function FileFields({ profile, onBusy }: FileProps) {
  return (
    <Form.Item
      name="attachments"
      label="营业执照、审计报告等"
      extra="平台审核人员可以查看；机构只有在您确认对接并勾选“附件材料”后才能看到"
    >
      <UploadField label="企业附件" known={profile.files} onBusy={onBusy} />
    </Form.Item>
  );
}
