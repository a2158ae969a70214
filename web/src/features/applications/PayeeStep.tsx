/** Where the money goes. */
import { Form } from "antd";
import Input from "antd/es/input/Input";
import { Payee } from "@/api/limits.gen";
import styles from "./applications.module.css";

export function PayeeStep({ remark }: { remark: string | undefined }) {
  return (
    <>
      {remark && <p className={styles.remark}>需补正：{remark}</p>}
      <p className="card-note">请填写本企业的对公账户，资金只拨付到与企业名称一致的账户。</p>
      <div className="form-grid">
        <Form.Item name={["payee", "name"]} label="户名">
          <Input maxLength={Payee.name.max} autoComplete="off" />
        </Form.Item>
        <Form.Item name={["payee", "bank"]} label="开户银行（写到支行）">
          <Input maxLength={Payee.bank.max} autoComplete="off" />
        </Form.Item>
        <Form.Item name={["payee", "account"]} label="账号">
          <Input maxLength={Payee.account.max} inputMode="numeric" autoComplete="off" />
        </Form.Item>
      </div>
    </>
  );
}
