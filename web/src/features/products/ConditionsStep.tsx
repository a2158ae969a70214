/** To whom a product is offered. */
import { Checkbox, Form } from "antd";
import { ProductContent } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { options } from "@/labels/label";
import { TAX_GRADE, TITLE } from "@/labels/organizations";
import { RISK_KIND } from "@/labels/profile";
import { ChoiceGroup } from "@/ui/ChoiceGroup";
import { lazyPart } from "@/ui/lazyPart";
import { NativeSelect } from "@/ui/NativeSelect";
import { MoneyInput, MonthsInput, WholeInput } from "@/ui/ScaledInput";
import { TagsInput } from "@/ui/TagsInput";

const SheetField = lazyPart(() => import("./SheetField").then((m) => m.SheetField));
const Industries = lazyPart(() => import("./Industries").then((m) => m.Industries));

export function ConditionsStep({ kind }: { kind: Schema<"FinancingKind"> }) {
  const debt = kind === "debt";
  return (
    <>
      <p className="card-note">不填的条件视为不限。条件越准确，匹配到的企业越合适。</p>
      <Industries name="industries_in" label="适用行业" />
      <Industries name="industries_out" label="不支持的行业" />
      <Form.Item name="regions" label="适用区域（园区或镇街，输入后按回车）">
        <TagsInput max={ProductContent.regions.max} />
      </Form.Item>
      <div className="form-grid">
        <Form.Item name="age_min_months" label="成立满">
          <MonthsInput />
        </Form.Item>
        <Form.Item name="revenue_min" label="年营业收入不低于">
          <MoneyInput />
        </Form.Item>
        {debt && (
          <>
            <Form.Item name="tax_min" label="年纳税额不低于">
              <MoneyInput />
            </Form.Item>
            <Form.Item name="tax_grade_min" label="纳税信用等级不低于">
              <NativeSelect clearable options={options(TAX_GRADE)} placeholder="不限" />
            </Form.Item>
            <Form.Item name="score_min" label="创新能力评分不低于">
              <WholeInput unit="分" />
            </Form.Item>
          </>
        )}
      </div>
      <Form.Item name="titles_any" label="须具备其中一项资质">
        <ChoiceGroup label="须具备其中一项资质" options={options(TITLE)} />
      </Form.Item>
      <Form.Item name="negative_list" label="有以下未修复的情形不予受理">
        <ChoiceGroup label="有以下未修复的情形不予受理" options={options(RISK_KIND)} />
      </Form.Item>
      {debt && (
        <Form.Item name="first_loan_friendly" valuePropName="checked">
          <Checkbox>欢迎首贷企业（从未获得过银行贷款的企业）</Checkbox>
        </Form.Item>
      )}
      {debt && <SheetField />}
    </>
  );
}
