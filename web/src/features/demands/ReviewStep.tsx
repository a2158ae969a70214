/** The last step: everything typed at a glance, what is still missing, and the authorisation to accept. */
import { useQuery } from "@tanstack/react-query";
import { Form } from "antd";
import type { ReactNode } from "react";
import { agreementQuery } from "@/api/agreements";
import { todayIn } from "@/lib/dates";
import { now } from "@/lib/now";
import { AgreementField } from "@/ui/AgreementField";
import { DemandFigures } from "./DemandFigures";
import { type DemandValues, openPoints, toInput } from "./demandDraft";

export function ReviewStep({ profileGap }: { profileGap: ReactNode }) {
  const form = Form.useFormInstance<DemandValues>();
  const values = Form.useWatch([], form) as DemandValues | undefined;
  const agreement = useQuery(agreementQuery("data_authorization"));
  const input = toInput(values ?? {});
  const points = openPoints(input, todayIn(now()));
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
      <AgreementField query={agreement} />
    </div>
  );
}
