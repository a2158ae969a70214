/** 认购份额: an amount and, by role, a rate or a fee. */
import { Form } from "antd";
import { api, unwrap } from "@/api/client";
import type { Schema } from "@/api/types";
import { moneyText } from "@/lib/money";
import { FormDialog } from "@/ui/FormDialog";
import { MoneyInput, RateInput, YuanInput } from "@/ui/ScaledInput";
import { useJointWrite } from "./jointQueries";
import { amountRule, rateRule } from "./rules";

type Values = Omit<Schema<"CommitIn">, "version">;
type Props = {
  joint: Schema<"InstitutionJointView">;
  open: boolean;
  onDone: (text: string) => void;
  onClose: () => void;
};

export function JointCommitDialog({ joint, open, onDone, onClose }: Props) {
  const [form] = Form.useForm<Values>();
  const write = useJointWrite(
    (body: Schema<"CommitIn">, headers) =>
      unwrap(
        api.POST("/institution/joint-credits/{id}/commit", {
          params: { path: { id: joint.id } },
          body,
          headers,
        }),
      ),
    () => onDone("已登记份额，成团前可以修改"),
  );
  const guarantor = joint.role === "guarantor";
  const lead = joint.role === "lead";
  const most = guarantor ? joint.guaranteed : joint.total;
  const left = Math.max(most - (guarantor ? joint.covered : joint.committed), 0);
  const { own } = joint;
  const taken = own && own.wanted > 0;
  return (
    <FormDialog
      open={open}
      title={lead ? "修改牵头份额" : "认购份额"}
      form={form}
      initialValues={{
        amount: taken ? own.wanted : left || undefined,
        rate: own?.rate ?? undefined,
        fee: taken ? own.fee : undefined,
      }}
      okText="登记份额"
      pending={write.isPending}
      error={write.error}
      onSubmit={({ amount, rate, fee }) =>
        write.send({
          version: own?.version ?? 0,
          amount,
          rate: guarantor ? null : rate,
          fee: guarantor ? (fee ?? 0) : 0,
        })
      }
      onClose={onClose}
    >
      <p className="dialog-text">
        {lead
          ? `牵头份额不低于 ${moneyText(joint.least_of_lead)}。`
          : `${guarantor ? "担保" : "总额"} ${moneyText(most)}，尚缺 ${moneyText(left)}。认购超过总额时按比例缩减，精确到分。`}
      </p>
      <Form.Item
        name="amount"
        label={guarantor ? "担保金额" : "认购金额"}
        required
        rules={[amountRule(most)]}
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
