/** The last step: everything typed at a glance, what is still missing, and the authorisation to accept. */
import { useQuery } from "@tanstack/react-query";
import { Checkbox, Form } from "antd";
import { type ReactNode, useEffect } from "react";
import { agreementQuery } from "@/api/agreements";
import { todayIn } from "@/lib/dates";
import { AgreementBox } from "@/ui/AgreementBox";
import { Loaded } from "@/ui/States";
import { DemandFigures } from "./DemandFigures";
import { type DemandValues, openPoints, toInput } from "./demandDraft";

type Props = { profileGap: ReactNode; onAgreement: (version: number) => void };

export function ReviewStep({ profileGap, onAgreement }: Props) {
  const form = Form.useFormInstance<DemandValues>();
  const values = Form.useWatch([], form) as DemandValues | undefined;
  const query = useQuery(agreementQuery("data_authorization"));
  const version = query.data?.version;
  useEffect(() => {
    if (version !== undefined) onAgreement(version);
  }, [version, onAgreement]);
  const input = toInput(values ?? {});
  const points = openPoints(input, todayIn(new Date()));
  return (
    <div className="stack">
      {profileGap}
      {points.length > 0 && (
        <div className="notice tone-warn">
          <strong>提交前还需完善</strong>
          <ul className="defect-list">
            {points.map((point) => (
              <li key={point.field}>
                {point.step}：{point.message}
              </li>
            ))}
          </ul>
        </div>
      )}
      <DemandFigures demand={input} />
      <Loaded query={query} rows={4}>
        {(agreement) => (
          <>
            <AgreementBox agreement={agreement} />
            <Form.Item
              name="authorized"
              valuePropName="checked"
              rules={[
                {
                  validator: async (_rule, value) => {
                    if (value !== true) throw new Error("请阅读授权书并勾选同意后提交");
                  },
                },
              ]}
            >
              <Checkbox>我已阅读并同意《{agreement.title}》</Checkbox>
            </Form.Item>
          </>
        )}
      </Loaded>
    </div>
  );
}
