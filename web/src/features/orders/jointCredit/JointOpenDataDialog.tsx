/** 确认成员并开放信息: one signature, one consent for each member. */
import { api, ifMatch, unwrap } from "@/api/client";
import type { Schema } from "@/api/types";
import { AuthorizationDialog } from "@/ui/AuthorizationDialog";

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
    <AuthorizationDialog
      title="确认成员并开放信息"
      okText="确认成员并授权"
      write={(signed, headers) =>
        unwrap(
          api.POST("/enterprise/joint-credits/{id}/open-data", {
            params: { path: { id: joint.id }, header: ifMatch(joint.version) },
            body: signed,
            headers,
          }),
        )
      }
      changes="joint_credits"
      onDone={() => onDone("已向成员开放信息，各成员开始审批")}
      onClose={onClose}
      note={
        <>
          贵企业的名称和下列所选资料将向<strong>{waiting.join("、")}</strong>
          开放，每家机构各有一份授权，您可以随时在“数据授权”中分别撤回。
        </>
      }
    />
  );
}
