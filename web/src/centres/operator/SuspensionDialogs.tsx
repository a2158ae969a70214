/** Suspend and resume an organisation: what exactly that does, said before it is done. */
import { api, ifMatch, unwrap } from "@/api/client";
import { AdminReasonIn } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { ConfirmDialog } from "@/ui/ConfirmDialog";

type Props = {
  organization: Schema<"OrganizationView">;
  onDone: (text: string) => void;
  onClose: () => void;
};

const EFFECTS: Partial<Record<Schema<"OrganizationView">["kind"], string[]>> = {
  enterprise: [
    "已发布的需求不再显示，不参与匹配和派单，不能被抢单；待审核的需求恢复前不能通过。",
    "办理中的对接单保留，时限暂停计算。机构会收到通知，可以等待，也可以终止对接，不影响其评价和信用积分。",
    "需求和对接单的时限，恢复后按剩余的工作时间继续计算。",
  ],
  institution: [
    "已上架的产品不再显示，不参与匹配，不接受申请；待审核的产品恢复前不能通过。",
    "尚未接单的派单转给下一家机构；其他对接单保留，时限暂停计算。企业会收到通知，可以等待，也可以终止对接，不影响其评价和信用积分。",
    "对接单的时限，恢复后按剩余的工作时间继续计算。",
  ],
  agency: ["单位名片不再公开。"],
};

export function SuspendDialog({ organization, onDone, onClose }: Props) {
  const { id, version } = organization;
  return (
    <ConfirmDialog
      title={`暂停${organization.name}的使用？`}
      okText="暂停使用"
      danger
      reason={{
        label: "暂停的原因",
        limit: { ...AdminReasonIn.reason, min: 5 },
        placeholder: "该单位登录时会看到这段文字",
      }}
      write={(reason, headers) =>
        unwrap(
          api.POST("/operator/organizations/{id}/suspend", {
            params: { path: { id }, header: ifMatch(version) },
            headers,
            body: { reason },
          }),
        )
      }
      changes="organizations"
      onDone={() => onDone("已暂停使用，其账号已退出登录")}
      onClose={onClose}
    >
      <ul className="defect-list">
        <li>该单位的全部账号立即退出，恢复前不能登录；登录时会看到暂停的原因。</li>
        {EFFECTS[organization.kind]?.map((effect) => (
          <li key={effect}>{effect}</li>
        ))}
      </ul>
    </ConfirmDialog>
  );
}

export function ResumeDialog({ organization, onDone, onClose }: Props) {
  const { id, version } = organization;
  return (
    <ConfirmDialog
      title={`恢复${organization.name}的使用？`}
      okText="恢复使用"
      reason={{ label: "恢复的原因", limit: { ...AdminReasonIn.reason, min: 5 } }}
      write={(reason, headers) =>
        unwrap(
          api.POST("/operator/organizations/{id}/resume", {
            params: { path: { id }, header: ifMatch(version) },
            headers,
            body: { reason },
          }),
        )
      }
      changes="organizations"
      onDone={() => onDone("已恢复使用，并通知对方")}
      onClose={onClose}
    >
      该单位的账号可以重新登录，产品和需求恢复显示，未结束的对接单继续办理，时限按剩余的工作时间继续计算。
    </ConfirmDialog>
  );
}
