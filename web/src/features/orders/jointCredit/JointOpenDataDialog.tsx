/** 确认成员并开放信息: one signature, one consent for each member. */
import { api, unwrap } from "@/api/client";
import type { Schema } from "@/api/types";
import { FormDialog } from "@/ui/FormDialog";
import { chosenScopes, SCOPES, ScopeFields } from "@/ui/ScopeFields";

type Values = { scopes: Schema<"ConsentScope">[] };
type Props = {
  joint: Schema<"EnterpriseJointView">;
  onDone: (text: string) => void;
  onClose: () => void;
};

export function JointOpenDataDialog({ joint, onDone, onClose }: Props) {
  const waiting = joint.members
    .filter((member) => member.state === "committed" && member.role !== "lead")
    .map((member) => member.institution_name);
  return (
    <FormDialog<Values>
      title="确认成员并开放信息"
      initialValues={{ scopes: SCOPES }}
      okText="确认成员并授权"
      signs="data_authorization"
      wide
      write={({ scopes }, headers, agreement) =>
        unwrap(
          api.POST("/enterprise/joint-credits/{id}/open-data", {
            params: { path: { id: joint.id } },
            body: {
              version: joint.version,
              scopes: chosenScopes(scopes),
              authorization_version: agreement,
            },
            headers,
          }),
        )
      }
      changes="joint_credits"
      onDone={() => onDone("已向成员开放信息，各成员开始审批")}
      onClose={onClose}
    >
      <p className="notice tone-info dialog-text">
        贵公司的名称和下列所选资料将向<strong>{waiting.join("、")}</strong>
        开放，每家机构各有一份授权，您可以随时在“数据授权”中分别撤回。
      </p>
      <ScopeFields />
    </FormDialog>
  );
}
