/** Everything an institution may do with a joint credit, the payment of its own share included. */
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { api, ifMatch, unwrap } from "@/api/client";
import { ReasonIn } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { moneyText } from "@/lib/money";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { lazyPart } from "@/ui/lazyPart";
import { NowActions } from "@/ui/now/NowActions";
import { type Look, splitActions } from "@/ui/splitActions";
import { useDialog } from "@/ui/useDialog";
import { institutionOrderQuery } from "../queries";
import { guaranteeStands, withGuarantee } from "./guarantee";
import { type InstitutionJointKey, looksOf, SOON_JOINT } from "./jointActions";
import { turnOfInstitution } from "./jointNow";
import { isFull } from "./jointProgress";

const DisburseDialog = lazyPart(() => import("../steps/DisburseDialog").then((m) => m.DisburseDialog));
const JointApproveDialog = lazyPart(() => import("./JointApproveDialog").then((m) => m.JointApproveDialog));
const JointCommitDialog = lazyPart(() => import("./JointCommitDialog").then((m) => m.JointCommitDialog));
const JointInviteDialog = lazyPart(() => import("./JointInviteDialog").then((m) => m.JointInviteDialog));
const RefuseDialog = lazyPart(() => import("../steps/RefuseDialog").then((m) => m.RefuseDialog));

type Simple = "form" | "extend" | "propose_shrink";

const STEPS = {
  form: {
    path: "/institution/joint-credits/{id}/form",
    title: "确认成团？",
    ok: "确认成团",
    done: "已成团，等待企业开放信息",
  },
  extend: {
    path: "/institution/joint-credits/{id}/extend",
    title: "延长邀请期？",
    ok: "延长邀请期",
    done: "邀请期已延长",
  },
  propose_shrink: {
    path: "/institution/joint-credits/{id}/shrink",
    title: "提议缩减总额？",
    ok: "提交企业同意",
    done: "已提交企业答复",
  },
} as const;

type Key = InstitutionJointKey | "disburse";

function textOfStep(key: Simple, joint: Schema<"InstitutionJointView">): string {
  if (key === "form")
    return joint.committed > joint.total
      ? `认购 ${moneyText(joint.committed)}，超过总额 ${moneyText(joint.total)}：牵头份额不变，其他机构按比例缩减，合计等于总额。`
      : `认购合计等于总额 ${moneyText(joint.total)}。成团后份额不再修改。`;
  if (key === "extend") return "邀请期只能延长一次；没有答复的机构会再次收到邀请。";
  return `总额将缩减为 ${moneyText(joint.shrink_to)}，需要企业同意。${joint.shrink_to < joint.committed ? "其他机构须承担规定的最低比例，贵机构的牵头份额相应调低。" : ""}`;
}

export function InstitutionJointActions({ joint }: { joint: Schema<"InstitutionJointView"> }) {
  const { open, show, close, done } = useDialog<Key>();
  const params = { path: { id: joint.id } };
  const navigate = useNavigate();
  const { own } = joint;
  const ownOrder = useQuery({
    ...institutionOrderQuery(own?.order_id ?? ""),
    enabled: Boolean(own?.order_id) && (joint.state === "disbursing" || own?.state === "reviewing"),
  }).data;
  const simple = open !== null && open in STEPS ? (open as Simple) : null;
  const looks = looksOf(joint) as Record<InstitutionJointKey, Look>;
  const { allowed, blocked } = splitActions(
    looks,
    withGuarantee(joint.actions, guaranteeStands(joint)),
    show,
    SOON_JOINT[joint.state] ?? [],
  );
  const pays = ownOrder?.actions.some(({ action, allowed }) => action === "disburse" && allowed);
  if (pays && joint.state === "disbursing")
    allowed.unshift({
      key: "disburse",
      label: "登记放款",
      primary: true,
      onClick: () => show("disburse"),
    });
  // While it waits for others to subscribe, the lead has them to find; and where it is its turn there is always one way on.
  const on = allowed.find(({ key }) => key === "invite") ?? allowed.find(({ danger }) => !danger);
  const seeks = joint.role === "lead" && joint.state === "inviting" && !isFull(joint);
  if (on && !allowed.some(({ primary }) => primary) && (seeks || turnOfInstitution(joint)?.mine))
    on.primary = true;
  // Contact and due diligence come first, on the own order.
  const approves = allowed.findIndex(({ key }) => key === "approve");
  if (ownOrder && own?.state === "reviewing" && ownOrder.state !== "credit_review" && approves >= 0) {
    const [approve] = allowed.splice(approves, 1);
    if (approve)
      blocked.push({ key: approve.key, label: approve.label, why: "请先在对接单中联系企业并完成尽职调查" });
    allowed.unshift({
      key: "order",
      label: "前往对接单办理",
      primary: true,
      onClick: () => void navigate(`/institution/orders/${ownOrder.id}`),
    });
  }
  const dialog = { joint, onDone: done, onClose: close };
  return (
    <>
      <NowActions allowed={allowed} blocked={blocked} />
      {open === "commit" && <JointCommitDialog {...dialog} />}
      {open === "invite" && <JointInviteDialog {...dialog} />}
      {open === "approve" && <JointApproveDialog {...dialog} />}
      {ownOrder && open === "refuse" && <RefuseDialog order={ownOrder} onDone={done} onClose={close} />}
      {ownOrder && open === "disburse" && <DisburseDialog order={ownOrder} onDone={done} onClose={close} />}
      {simple && (
        <ConfirmDialog
          title={STEPS[simple].title}
          okText={STEPS[simple].ok}
          write={(_, headers) =>
            unwrap(
              api.POST(STEPS[simple].path, {
                params: { ...params, header: ifMatch(joint.version) },
                headers,
              }),
            )
          }
          changes="joint_credits"
          onDone={() => done(STEPS[simple].done)}
          onClose={close}
        >
          {textOfStep(simple, joint)}
        </ConfirmDialog>
      )}
      {open === "pass" && (
        <ConfirmDialog
          title="不参加联合授信？"
          okText="不参加"
          reason={{
            label: "理由",
            limit: ReasonIn.reason,
            placeholder: "牵头机构和企业会看到，例如行业政策、额度安排",
          }}
          write={(reason, headers) =>
            unwrap(
              api.POST("/institution/joint-credits/{id}/pass", {
                params: { ...params, header: ifMatch(own?.version ?? 0) },
                body: { reason },
                headers,
              }),
            )
          }
          changes="joint_credits"
          onDone={() => done("已答复不参加")}
          onClose={close}
        >
          已认购的份额会退回。邀请期内改变主意，可以再次认购。
        </ConfirmDialog>
      )}
      {open === "cancel" && (
        <ConfirmDialog
          title="终止联合授信？"
          okText="终止"
          danger
          reason={{
            label: "理由",
            limit: ReasonIn.reason,
            placeholder: "受邀机构也会看到，请不要写出企业名称",
          }}
          write={(reason, headers) =>
            unwrap(
              api.POST("/institution/joint-credits/{id}/cancel", {
                params: { ...params, header: ifMatch(joint.version) },
                body: { reason },
                headers,
              }),
            )
          }
          changes="joint_credits"
          onDone={() => done("联合授信已终止，对接单继续单独办理")}
          onClose={close}
        >
          企业和已参加的机构会收到通知。贵机构的对接单继续单独办理，审批时限恢复计算。
        </ConfirmDialog>
      )}
    </>
  );
}
