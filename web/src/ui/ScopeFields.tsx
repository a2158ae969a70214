/** What is opened to one institution, and the authorisation text to accept. */
import { useQuery } from "@tanstack/react-query";
import { Checkbox, Form } from "antd";
import { useRef } from "react";
import { agreementQuery } from "@/api/agreements";
import { useLimits } from "@/api/settings";
import { tiersQuery } from "@/api/tiers";
import type { Schema } from "@/api/types";
import { CONSENT_SCOPE_NOTE } from "@/labels/consents";
import { CONSENT_SCOPE } from "@/labels/finance";
import { AgreementField } from "./AgreementField";
import { lazyPart } from "./lazyPart";
import { SignerPassword } from "./SignerPassword";

/** Comes with the fields themselves, which the server tells. */
const FieldNames = lazyPart(() => import("./FieldNames").then((m) => m.FieldNames));

const FIXED: Schema<"ConsentScope">[] = ["identity", "contact"];
export const SCOPES = Object.keys(CONSENT_SCOPE) as Schema<"ConsentScope">[];

/** What was ticked, and what no order can do without. */
export const chosenScopes = (ticked: readonly Schema<"ConsentScope">[]): Schema<"ConsentScope">[] =>
  SCOPES.filter((scope) => FIXED.includes(scope) || ticked.includes(scope));

/** The scopes to tick, each with the fields that it opens. */
export function ScopeChoice({ known }: { known?: readonly Schema<"ConsentScope">[] }) {
  const tiers = useQuery(tiersQuery);
  const fields = (scope: Schema<"ConsentScope">) =>
    tiers.data?.consented.find((row) => row.scope === scope)?.fields ?? [];
  return (
    <Form.Item name="scopes" label="向该机构开放的资料">
      <Checkbox.Group className="scope-list">
        {SCOPES.filter((scope) => !known || known.includes(scope)).map((scope) => (
          <Checkbox key={scope} value={scope} disabled={FIXED.includes(scope)}>
            <strong>{CONSENT_SCOPE[scope]}</strong>
            {FIXED.includes(scope) && "（办理对接必需）"}
            <span className="scope-help">
              {fields(scope).length > 0 && <FieldNames fields={fields(scope)} />}
              {fields(scope).length > 0 && CONSENT_SCOPE_NOTE[scope] && "。"}
              {CONSENT_SCOPE_NOTE[scope]}
            </span>
          </Checkbox>
        ))}
      </Checkbox.Group>
    </Form.Item>
  );
}

/** The scopes, and the authorisation that a write with `signs="data_authorization"` signs. */
export function ScopeFields() {
  const agreement = useQuery(agreementQuery("data_authorization"));
  const words = useLimits();
  const signer = useRef<HTMLDivElement>(null);
  return (
    <>
      <ScopeChoice />
      <p className="card-note">
        {words(
          "用途：本笔融资的联系、尽职调查、审批和贷后管理。期限：自签署起 {consent_days} 天；没有放款的对接一结束即终止，放款后延续至贷款结清。",
        )}
      </p>
      <AgreementField
        query={agreement}
        effect="，授权上述资料向该机构开放"
        onTicked={() => signer.current?.querySelector("input")?.focus()}
      />
      <div ref={signer}>
        <SignerPassword />
      </div>
    </>
  );
}
