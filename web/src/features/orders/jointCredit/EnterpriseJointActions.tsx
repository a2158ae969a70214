/** Everything the enterprise may do with a joint credit, with the dialogs behind the buttons. */
import { useQuery } from "@tanstack/react-query";
import { api, ifMatch, unwrap } from "@/api/client";
import { ReasonIn } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { moneyText } from "@/lib/money";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { lazyPart } from "@/ui/lazyPart";
import { NowActions } from "@/ui/now/NowActions";
import { splitActions } from "@/ui/splitActions";
import { useDialog } from "@/ui/useDialog";
import { enterpriseOrderQuery } from "../queries";
import { termsOf } from "../terms";
import { JointPaymentDialog } from "./JointPaymentDialog";
import { ENTERPRISE_JOINT, type EnterpriseJointKey, SOON_JOINT } from "./jointActions";
import { toConfirm } from "./jointProgress";

const JointAcceptSheetDialog = lazyPart(() =>
  import("./JointAcceptSheetDialog").then((m) => m.JointAcceptSheetDialog),
);
const JointOpenDataDialog = lazyPart(() =>
  import("./JointOpenDataDialog").then((m) => m.JointOpenDataDialog),
);

const LapsingFees = lazyPart(() => import("./LapsingFees").then((m) => m.LapsingFees));

const AGREE = {
  consent: {
    path: "/enterprise/joint-credits/{id}/consent",
    title: "同意邀请其他机构？",
    ok: "同意邀请",
    done: "已同意，牵头机构开始邀请",
  },
  agree_shrink: {
    path: "/enterprise/joint-credits/{id}/agree-shrink",
    title: "同意缩减总额？",
    ok: "同意缩减",
    done: "已同意，联合授信成团",
  },
} as const;

const REFUSE = {
  reject: {
    path: "/enterprise/joint-credits/{id}/reject",
    title: "不同意联合授信？",
    text: "不会邀请其他机构，牵头机构的对接单继续单独办理。",
    ok: "不同意",
    done: "已回复牵头机构",
  },
  refuse_shrink: {
    path: "/enterprise/joint-credits/{id}/refuse-shrink",
    title: "不同意缩减总额？",
    text: "牵头机构可以延长邀请期或终止联合授信。",
    ok: "不同意缩减",
    done: "已回复牵头机构",
  },
  decline: {
    path: "/enterprise/joint-credits/{id}/decline",
    title: "不接受联合方案？",
    text: "各成员的对接单将一并结束，成员会看到您填写的理由。此操作不能恢复。",
    ok: "不接受",
    done: "已回复各成员",
  },
} as const;

type Agree = keyof typeof AGREE;
type Refuse = keyof typeof REFUSE;

function within<K extends string>(map: Record<K, unknown>, key: string | null): K | null {
  return key !== null && key in map ? (key as K) : null;
}

export function EnterpriseJointActions({ joint }: { joint: Schema<"EnterpriseJointView"> }) {
  const { open, show, close, done } = useDialog<EnterpriseJointKey>();
  const payment = useDialog<Schema<"JointMemberView">>();
  const params = { path: { id: joint.id }, header: ifMatch(joint.version) };
  const [agreeing, refusing] = [within<Agree>(AGREE, open), within<Refuse>(REFUSE, open)];
  const { allowed, blocked } = splitActions(
    ENTERPRISE_JOINT,
    joint.actions,
    show,
    SOON_JOINT[joint.state] ?? [],
  );
  // Payments come one by one, and are confirmed in the order of the members.
  const [paid] = toConfirm(joint.members);
  if (paid) {
    allowed.unshift({
      key: "payment",
      label: "确认放款",
      primary: true,
      onClick: () => payment.show(paid),
    });
  }
  const order = useQuery({ ...enterpriseOrderQuery(joint.order_id), enabled: agreeing === "consent" });
  const offered = order.data ? termsOf(order.data).fees : [];
  const dialog = { joint, onDone: done, onClose: close };
  return (
    <>
      <NowActions allowed={allowed} blocked={blocked} />
      {payment.open && (
        <JointPaymentDialog member={payment.open} onDone={payment.done} onClose={payment.close} />
      )}
      {open === "open_data" && <JointOpenDataDialog {...dialog} />}
      {open === "accept" && <JointAcceptSheetDialog {...dialog} />}
      {agreeing && (
        <ConfirmDialog
          title={AGREE[agreeing].title}
          okText={AGREE[agreeing].ok}
          write={(_, headers) => unwrap(api.POST(AGREE[agreeing].path, { params, headers }))}
          changes="joint_credits"
          onDone={() => done(AGREE[agreeing].done)}
          onClose={close}
        >
          {agreeing === "consent" &&
            `${joint.lead_name}将邀请其他机构共同授信 ${moneyText(joint.total)}。受邀机构只能看到金额、期限等信息；成团后由您确认成员并授权，才会看到贵企业的名称和资料。`}
          {agreeing === "consent" && <LapsingFees fees={offered} lender={joint.lead_name} />}
          {agreeing === "agree_shrink" &&
            `总额由 ${moneyText(joint.total)}缩减为 ${moneyText(joint.shrink_to)}，联合授信随即成团。`}
        </ConfirmDialog>
      )}
      {refusing && (
        <ConfirmDialog
          title={REFUSE[refusing].title}
          okText={REFUSE[refusing].ok}
          danger
          reason={{ label: "理由", limit: ReasonIn.reason, placeholder: "请简要说明" }}
          write={(reason, headers) =>
            unwrap(api.POST(REFUSE[refusing].path, { params, body: { reason }, headers }))
          }
          changes="joint_credits"
          onDone={() => done(REFUSE[refusing].done)}
          onClose={close}
        >
          {REFUSE[refusing].text}
        </ConfirmDialog>
      )}
    </>
  );
}
