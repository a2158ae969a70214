/** 认购份额: an amount and, by role, a rate or a fee. */
import { Form } from "antd";
import { api, ifMatch, unwrap } from "@/api/client";
import type { Schema } from "@/api/types";
import { moneyText } from "@/lib/money";
import { FormDialog } from "@/ui/FormDialog";
import { MoneyInput, RateInput, YuanInput } from "@/ui/ScaledInput";
import { amountRule, rateRule } from "../rules";

type Values = Schema<"CommitIn">;
type Props = {
  joint: Schema<"InstitutionJointView">;
  onDone: (text: string) => void;
  onClose: () => void;
};

const leadRule = (joint: Props["joint"]) => amountRule(joint.most_of_lead, { least: joint.least_of_lead });

export function JointCommitDialog({ joint, onDone, onClose }: Props) {
  const guarantor = joint.role === "guarantor";
  const lead = joint.role === "lead";
  const most = guarantor ? joint.guaranteed : joint.total;
  const left = Math.max(most - (guarantor ? joint.covered : joint.committed), 0);
  const { own } = joint;
  const taken = own && own.wanted > 0;
  const changed = own?.state === "committed" ? "修改份额" : "认购份额";
  return (
    <FormDialog<Values>
      title={lead ? "修改牵头份额" : changed}
      initialValues={{
        amount: taken ? own.wanted : left || undefined,
        rate: own?.rate ?? undefined,
        fee: taken ? own.fee : undefined,
      }}
      okText="登记份额"
      write={({ amount, rate, fee }, headers) =>
        unwrap(
          api.POST("/institution/joint-credits/{id}/commit", {
            params: { path: { id: joint.id }, header: ifMatch(own?.version ?? 0) },
            body: {
              amount,
              rate: guarantor ? null : rate,
              fee: guarantor ? (fee ?? 0) : 0,
            },
            headers,
          }),
        )
      }
      changes="joint_credits"
      onDone={() => onDone("已登记份额，成团前可以修改")}
      onClose={onClose}
    >
      <p className="dialog-text">
        {lead
          ? `牵头份额须在 ${moneyText(joint.least_of_lead)}至 ${moneyText(joint.most_of_lead)}之间，其余由其他机构认购。`
          : `${guarantor ? "担保" : "总额"} ${moneyText(most)}，尚缺 ${moneyText(left)}。认购超过总额时按比例缩减，精确到分。`}
      </p>
      <Form.Item
        name="amount"
        label={guarantor ? "担保金额" : "认购金额"}
        required
        rules={[lead ? leadRule(joint) : amountRule(most)]}
      >
        <MoneyInput />
      </Form.Item>
      {guarantor ? (
        <Form.Item name="fee" label="担保费（全部期限合计）" extra="没有则不填">
          <YuanInput />
        </Form.Item>
      ) : (
        <Form.Item name="rate" label="年利率" required rules={[rateRule]}>
          <RateInput />
        </Form.Item>
      )}
    </FormDialog>
  );
}
