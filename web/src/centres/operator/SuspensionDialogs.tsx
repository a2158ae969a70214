/** Suspend and resume an organisation: what exactly that does, said before it is done. */
import type { Problem } from "@/api/problem";
import type { Schema } from "@/api/types";
import { ConfirmDialog } from "@/ui/ConfirmDialog";

type Decision = { isPending: boolean; error: Problem | null; mutate: (reason: string) => void };

type Props = {
  organization: Schema<"OrganizationView">;
  open: "suspend" | "resume" | null;
  suspend: Decision;
  resume: Decision;
  onClose: () => void;
};

const EFFECTS: Partial<Record<Schema<"OrganizationView">["kind"], string[]>> = {
  enterprise: [
    "已发布的需求不再显示，不参与匹配和派单，不能被抢单；待审核的需求恢复前不能通过。",
    "办理中的对接单保留，时限暂停计算。机构会收到通知，可以等待，也可以终止对接，不影响其评价和积分。",
    "需求和对接单的时限，恢复后按剩余的工作时间继续计算。",
  ],
  institution: [
    "已上架的产品不再显示，不参与匹配，不接受申请；待审核的产品恢复前不能通过。",
    "尚未接单的派单转给下一家机构；其他对接单保留，时限暂停计算。企业会收到通知，可以等待，也可以终止对接，不影响其评价和积分。",
    "对接单的时限，恢复后按剩余的工作时间继续计算。",
  ],
  agency: ["单位名片不再公开。"],
};

export function SuspensionDialogs({ organization, open, suspend, resume, onClose }: Props) {
  const effects = EFFECTS[organization.kind] ?? [];
  return (
    <>
      <ConfirmDialog
        open={open === "suspend"}
        title={`暂停${organization.name}的使用？`}
        okText="暂停使用"
        danger
        reason={{ label: "暂停的原因", min: 5, max: 200, placeholder: "该单位登录时会看到这段文字" }}
        pending={suspend.isPending}
        problem={suspend.error}
        onConfirm={(reason) => suspend.mutate(reason)}
        onClose={onClose}
      >
        <ul className="defect-list">
          <li>该单位的全部账号立即退出，恢复前不能登录；登录时会看到暂停的原因。</li>
          {effects.map((effect) => (
            <li key={effect}>{effect}</li>
          ))}
        </ul>
      </ConfirmDialog>
      <ConfirmDialog
        open={open === "resume"}
        title={`恢复${organization.name}的使用？`}
        okText="恢复使用"
        reason={{ label: "恢复的原因", min: 5, max: 200 }}
        pending={resume.isPending}
        problem={resume.error}
        onConfirm={(reason) => resume.mutate(reason)}
        onClose={onClose}
      >
        该单位的账号可以重新登录，产品和需求恢复显示，未结束的对接单继续办理，时限按剩余的工作时间继续计算。
      </ConfirmDialog>
    </>
  );
}
