/** 发起联合授信: the whole, the own share, what guarantors are to cover, and who is invited. */
import { Checkbox, Form, Select } from "antd";
import TextArea from "antd/es/input/TextArea";
import { api, ifMatch, unwrap } from "@/api/client";
import { JointIn } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { GUARANTEE, REPAYMENT } from "@/labels/finance";
import { options } from "@/labels/label";
import { moneyText } from "@/lib/money";
import { FormDialog } from "@/ui/FormDialog";
import { lazyPart } from "@/ui/lazyPart";
import { MoneyInput, MonthsInput, RateInput } from "@/ui/ScaledInput";
import { amountRule, rateRule, termRule } from "../rules";
import { termsOf } from "../terms";
import { JointCandidateSelect } from "./JointCandidateSelect";

const LapsingFees = lazyPart(() => import("./LapsingFees").then((m) => m.LapsingFees));

type Values = Schema<"JointIn">;
type Props = {
  order: Schema<"InstitutionOrderView">;
  onDone: (joint: string) => void;
  onClose: () => void;
};

export function JointProposeDialog({ order, onDone, onClose }: Props) {
  const { demand } = order;
  const terms = termsOf(order);
  return (
    <FormDialog
      title="发起联合授信"
      initialValues={{
        total: demand.amount,
        share: Math.min(terms.amount ?? demand.amount, Math.floor(demand.amount / 2)),
        rate: terms.rate ?? undefined,
        term_months: terms.term_months ?? demand.term_months ?? undefined,
        repayment: demand.repayments[0],
        guarantee: demand.guarantees[0],
        open: false,
      }}
      okText="提交企业同意"
      wide
      write={(values: Values, headers) =>
        unwrap(
          api.POST("/institution/orders/{id}/joint-credit", {
            params: { path: { id: order.id }, header: ifMatch(order.version) },
            body: {
              total: values.total,
              share: values.share,
              rate: values.rate,
              term_months: values.term_months,
              repayment: values.repayment,
              guarantee: values.guarantee,
              guaranteed: values.guaranteed ?? 0,
              note: values.note?.trim() || null,
              open: values.open === true,
              institutions: values.institutions ?? [],
            },
            headers,
          }),
        )
      }
      changes="joint_credits"
      onDone={(joint) => onDone(joint.id)}
      onClose={onClose}
    >
      <p className="notice tone-info dialog-text">
        企业同意后才会发出邀请。受邀机构只能看到金额、期限等信息，成团并经企业授权后才知道企业是谁；期间贵机构的审批时限暂停。
      </p>
      <LapsingFees fees={terms.fees} lender="本机构" />
      <div className="form-grid">
        <Form.Item
          name="total"
          label="联合授信总额"
          required
          extra={`需求金额 ${moneyText(demand.amount)}`}
          rules={[amountRule(demand.amount)]}
        >
          <MoneyInput />
        </Form.Item>
        <Form.Item name="share" label="牵头份额" required rules={[amountRule(demand.amount)]}>
          <MoneyInput />
        </Form.Item>
        <Form.Item name="rate" label="本机构年利率" required rules={[rateRule]}>
          <RateInput />
        </Form.Item>
        <Form.Item name="term_months" label="期限" required rules={[termRule]}>
          <MonthsInput />
        </Form.Item>
        <Form.Item name="repayment" label="还款方式" rules={[{ required: true, message: "请选择还款方式" }]}>
          <Select options={options(REPAYMENT)} placeholder="请选择" />
        </Form.Item>
        <Form.Item name="guarantee" label="担保方式" rules={[{ required: true, message: "请选择担保方式" }]}>
          <Select options={options(GUARANTEE)} placeholder="请选择" />
        </Form.Item>
        <Form.Item name="guaranteed" label="由担保机构担保的金额（选填）" extra="需要担保机构参加时填写">
          <MoneyInput />
        </Form.Item>
        <Form.Item name="institutions" label="邀请的机构" className="wide">
          <JointCandidateSelect />
        </Form.Item>
        <Form.Item name="open" valuePropName="checked" className="wide">
          <Checkbox>同时向全部认证机构公开邀请</Checkbox>
        </Form.Item>
        <Form.Item
          name="note"
          label="给受邀机构的说明（选填）"
          extra="请不要写出企业名称等可能暴露企业身份的内容"
          className="wide"
        >
          <TextArea rows={3} maxLength={JointIn.note.max} showCount />
        </Form.Item>
      </div>
    </FormDialog>
  );
}
