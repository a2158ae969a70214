/** 邀请机构: more by name, or everybody. */
import { Checkbox, Form } from "antd";
import { api, ifMatch, unwrap } from "@/api/client";
import type { Schema } from "@/api/types";
import { FormDialog } from "@/ui/FormDialog";
import { JointCandidateSelect } from "./JointCandidateSelect";

type Values = { institutions?: string[]; open?: boolean };
type Props = {
  joint: Schema<"InstitutionJointView">;
  onDone: (text: string) => void;
  onClose: () => void;
};

/** Asked already, or turned down: these cannot be asked again. */
const settled = (joint: Schema<"InstitutionJointView">) =>
  joint.members.filter((member) => member.state !== "passed").map((member) => member.institution_id);

export function JointInviteDialog({ joint, onDone, onClose }: Props) {
  return (
    <FormDialog<Values>
      title="邀请机构"
      initialValues={{ open: joint.open }}
      okText="发出邀请"
      write={(input, headers) =>
        unwrap(
          api.POST("/institution/joint-credits/{id}/invite", {
            params: { path: { id: joint.id }, header: ifMatch(joint.version) },
            body: {
              institutions: input.institutions ?? [],
              open: input.open === true,
            },
            headers,
          }),
        )
      }
      changes="joint_credits"
      onDone={() => onDone("邀请已发出")}
      onClose={onClose}
    >
      <Form.Item name="institutions" label="邀请的机构">
        <JointCandidateSelect without={settled(joint)} />
      </Form.Item>
      <Form.Item name="open" valuePropName="checked">
        <Checkbox>向全部认证机构公开邀请</Checkbox>
      </Form.Item>
    </FormDialog>
  );
}
