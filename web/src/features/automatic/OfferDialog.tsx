/** The firm confirms account and commitment, or does not want it. */
import { Checkbox, Form } from "antd";
import Input from "antd/es/input/Input";
import TextArea from "antd/es/input/TextArea";
import { api, unwrap } from "@/api/client";
import { AutomaticReasonIn, Payee } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { moneyText } from "@/lib/money";
import { FormDialog } from "@/ui/FormDialog";
import { atLeast } from "@/ui/textRules";

type Values = { payee?: Schema<"Payee">; agreed?: boolean; reason?: string };

type Props = {
  offer: Schema<"AutomaticOffer">;
  what: "confirm" | "decline";
  onDone: () => void;
  onClose: () => void;
};

const needed = (message: string) => ({ required: true, message });

export function OfferDialog({ offer, what, onDone, onClose }: Props) {
  const params = { path: { id: offer.id } };
  const confirms = what === "confirm";
  return (
    <FormDialog<Values, unknown>
      title={confirms ? "确认享受" : "放弃享受？"}
      okText={confirms ? "确认" : "放弃"}
      write={({ payee, agreed = false, reason = "" }, headers) =>
        confirms
          ? unwrap(
              api.POST("/enterprise/automatic/{id}/confirm", {
                params,
                body: { payee: payee ?? { name: "", bank: "", account: "" }, agreed },
                headers,
              }),
            )
          : unwrap(
              api.POST("/enterprise/automatic/{id}/decline", {
                params,
                body: { reason: reason.trim() },
                headers,
              }),
            )
      }
      changes="applications"
      onDone={onDone}
      onClose={onClose}
    >
      <p className="dialog-text">
        {offer.title}
        {offer.amount ? `，${moneyText(offer.amount)}` : ""}
      </p>
      {confirms ? (
        <>
          <Form.Item name={["payee", "name"]} label="户名" rules={[needed("请填写户名"), atLeast(2)]}>
            <Input maxLength={Payee.name.max} autoComplete="organization" />
          </Form.Item>
          <Form.Item name={["payee", "bank"]} label="开户银行" rules={[needed("请填写开户银行"), atLeast(4)]}>
            <Input maxLength={Payee.bank.max} />
          </Form.Item>
          <Form.Item name={["payee", "account"]} label="账号" rules={[needed("请填写账号"), atLeast(8)]}>
            <Input maxLength={Payee.account.max} inputMode="numeric" autoComplete="off" />
          </Form.Item>
          <Form.Item
            name="agreed"
            valuePropName="checked"
            rules={[
              {
                validator: (_, value) =>
                  value ? Promise.resolve() : Promise.reject(new Error("请阅读并确认承诺")),
              },
            ]}
          >
            <Checkbox>本企业符合事项的条件，所填账户属本企业所有；如有不实，愿退回资金并承担责任。</Checkbox>
          </Form.Item>
        </>
      ) : (
        <Form.Item name="reason" label="放弃的原因" rules={[needed("请填写原因"), atLeast(2)]}>
          <TextArea rows={3} maxLength={AutomaticReasonIn.reason.max} showCount />
        </Form.Item>
      )}
    </FormDialog>
  );
}
