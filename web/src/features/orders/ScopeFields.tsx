/** What is opened to one institution, and the authorisation text to accept. */
import type { UseQueryResult } from "@tanstack/react-query";
import { Checkbox, Form } from "antd";
import type { AgreementView, ConsentScope } from "@/api/types";
import { CONSENT_SCOPE, CONSENT_SCOPE_HELP } from "@/labels/finance";
import { AgreementBox } from "@/ui/AgreementBox";
import { Loaded } from "@/ui/States";
import "./orders.css";

const FIXED: ConsentScope[] = ["identity", "contact"];
export const SCOPES = Object.keys(CONSENT_SCOPE) as ConsentScope[];

/** What was ticked, and what no order can do without. */
export const chosenScopes = (ticked: readonly ConsentScope[]): ConsentScope[] =>
  SCOPES.filter((scope) => FIXED.includes(scope) || ticked.includes(scope));

export function ScopeFields({ agreement }: { agreement: UseQueryResult<AgreementView, Error> }) {
  return (
    <>
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
    </>
  );
}
