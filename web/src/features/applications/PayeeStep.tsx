/** Where the money goes. */
import { Form } from "antd";
import Input from "antd/es/input/Input";
import { Payee } from "@/api/limits.gen";
import styles from "./applications.module.css";

type FieldsProps = {
  /** Below which part of the values. */
  within: readonly string[];
  /** Asked for at once, not only when all is handed in. */
  required?: boolean;
};

export function PayeeFields({ within, required = false }: FieldsProps) {
  const rules = (message: string) => (required ? [{ required, whitespace: true, message }] : []);
  return (
    <>
      <p className="card-note">请填写本企业的对公账户，资金只拨付到与企业名称一致的账户。</p>
      <div className="form-grid">
        <Form.Item name={[...within, "name"]} label="户名" rules={rules("请填写户名")}>
          <Input maxLength={Payee.name.max} autoComplete="off" />
        </Form.Item>
        <Form.Item name={[...within, "bank"]} label="开户银行（写到支行）" rules={rules("请填写开户银行")}>
          <Input maxLength={Payee.bank.max} autoComplete="off" />
        </Form.Item>
        <Form.Item name={[...within, "account"]} label="账号" rules={rules("请填写账号")}>
          <Input maxLength={Payee.account.max} inputMode="numeric" autoComplete="off" />
        </Form.Item>
      </div>
    </>
  );
}

export function PayeeStep({ remark }: { remark: string | undefined }) {
  return (
    <>
      {remark && <p className={styles.remark}>需补正：{remark}</p>}
      <PayeeFields within={["payee"]} />
    </>
  );
}
