/** 确认对接: what is opened to this one institution, the choice of scopes, and the authorisation text to accept. */
import { useQuery } from "@tanstack/react-query";
import { Checkbox, Form } from "antd";
import { agreementQuery } from "@/api/agreements";
import { api, unwrap } from "@/api/client";
import type { ConsentScope, EnterpriseOrderView } from "@/api/types";
import { CONSENT_SCOPE, CONSENT_SCOPE_HELP } from "@/labels/finance";
import { AgreementBox } from "@/ui/AgreementBox";
import { Loaded } from "@/ui/States";
import { FormDialog } from "./FormDialog";
import { useOrderWrite } from "./queries";

const FIXED: ConsentScope[] = ["identity", "contact"];
const SCOPES = Object.keys(CONSENT_SCOPE) as ConsentScope[];

type Values = { scopes: ConsentScope[]; agreed?: boolean };
type Props = {
  order: EnterpriseOrderView;
  open: boolean;
  onDone: (text: string) => void;
  onClose: () => void;
};

export function ConfirmOrderDialog({ order, open, onDone, onClose }: Props) {
  const [form] = Form.useForm<Values>();
  const agreement = useQuery({ ...agreementQuery("data_authorization"), enabled: open });
  const write = useOrderWrite(
    (body: { version: number; scopes: ConsentScope[]; authorization_version: number }, headers) =>
      unwrap(
        api.POST("/enterprise/orders/{id}/confirm", { params: { path: { id: order.id } }, body, headers }),
      ),
    () => onDone(`已确认与${order.institution.name}对接`),
  );
  const submit = ({ scopes }: Values) => {
    if (!agreement.data) return;
    const chosen = SCOPES.filter((scope) => FIXED.includes(scope) || scopes.includes(scope));
    write.send({
      version: order.version,
      scopes: chosen,
      authorization_version: agreement.data.version,
    });
  };
  return (
    <FormDialog
      open={open}
      title="确认对接"
      form={form}
      initialValues={{ scopes: SCOPES }}
      okText="确认对接并授权"
      okDisabled={!agreement.data}
      pending={write.isPending}
      error={write.error}
      wide
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="notice tone-info dialog-text">
        确认后，贵公司的名称和下列所选资料将只向<strong>{order.institution.name}</strong>
        一家机构开放，用于办理本笔融资；其他机构仍看不到。您可以随时在“数据授权”中撤回授权、查看谁看过哪些资料。
      </p>
      <Form.Item name="scopes" label="向该机构开放的资料">
        <Checkbox.Group className="scope-list">
          {SCOPES.map((scope) => (
            <Checkbox key={scope} value={scope} disabled={FIXED.includes(scope)}>
              <strong>{CONSENT_SCOPE[scope]}</strong>
              {FIXED.includes(scope) && "（办理对接必需）"}
              <span className="scope-help">{CONSENT_SCOPE_HELP[scope]}</span>
            </Checkbox>
          ))}
        </Checkbox.Group>
      </Form.Item>
      <Loaded query={agreement} rows={4}>
        {(text) => (
          <>
            <AgreementBox agreement={text} />
            <Form.Item
              name="agreed"
              valuePropName="checked"
              rules={[
                {
                  validator: async (_rule, value) => {
                    if (value !== true) throw new Error("请阅读授权书并勾选同意");
                  },
                },
              ]}
            >
              <Checkbox>我已阅读并同意《{text.title}》，授权上述资料向该机构开放</Checkbox>
            </Form.Item>
          </>
        )}
      </Loaded>
    </FormDialog>
  );
}
