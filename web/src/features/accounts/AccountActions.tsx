/** Everything an operator may do to an account, with the dialogs behind the buttons. */
import { useState } from "react";
import { AdminReasonIn } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { ACCOUNT_ACTION } from "@/labels/accounts";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { lazyPart } from "@/ui/lazyPart";
import { NowActions } from "@/ui/now/NowActions";
import { splitActions } from "@/ui/splitActions";
import { useDialog } from "@/ui/useDialog";
import { actOnAccount } from "./queries";

const IssuedLinkDialog = lazyPart(() => import("./IssuedLinkDialog").then((m) => m.IssuedLinkDialog));

type Kind = Schema<"AccountAction">["action"];

const WORDS: Record<Kind, { title: string; text: string; ok: string; done: string; reason: boolean }> = {
  disable: {
    title: "停用该账号？",
    text: "立即退出所有登录，不能再登录，未使用的重置链接失效；名下业务不变。所属单位主账号会收到通知，也不能自行启用。以后可以重新启用。",
    ok: "停用账号",
    done: "已停用，该账号已退出登录",
    reason: true,
  },
  enable: {
    title: "启用该账号？",
    text: "启用后可以用原密码登录，本人会收到通知。",
    ok: "启用账号",
    done: "已启用",
    reason: true,
  },
  end_sessions: {
    title: "结束该账号的全部会话？",
    text: "该账号在所有设备上立即退出登录，可以重新登录。",
    ok: "结束全部会话",
    done: "已结束全部会话",
    reason: true,
  },
  password_link: {
    title: "生成密码重置链接？",
    text: "链接 24 小时内有效，只能使用一次，由您转交本人设置新密码。本人设置新密码前，原密码仍可使用；设置后，所有登录会话结束。",
    ok: "生成链接",
    done: "已生成",
    reason: true,
  },
  ask_reset: {
    title: "申请重置动态验证码？",
    text: "须由另一位运营人员复核。复核同意后生成绑定链接，本人凭登录密码绑定新的动态验证码。",
    ok: "提交申请",
    done: "已提交，等待另一位运营人员复核",
    reason: true,
  },
  approve_reset: {
    title: "同意重置动态验证码？",
    text: "请先核实本人身份和申请理由。同意后生成绑定链接，24 小时内有效，只能使用一次，由您转交本人。",
    ok: "同意并生成链接",
    done: "已生成",
    reason: false,
  },
  refuse_reset: {
    title: "不同意重置动态验证码？",
    text: "申请结束，原动态验证码继续有效。",
    ok: "不同意",
    done: "已处理",
    reason: true,
  },
  withdraw_reset: {
    title: "撤回重置申请？",
    text: "申请结束，需要时可以重新提出。",
    ok: "撤回申请",
    done: "已撤回",
    reason: false,
  },
};

export function AccountActions({ detail }: { detail: Schema<"ManagedAccountDetail"> }) {
  const { open, show, close, done } = useDialog<Kind>();
  const [issued, setIssued] = useState<{ link: Schema<"IssuedLink">; what: string } | null>(null);
  const finish = (action: Kind, link: Schema<"IssuedLink"> | null) => {
    if (!link) return done(WORDS[action].done);
    close();
    setIssued({ link, what: action === "approve_reset" ? "动态验证码绑定链接" : "密码重置链接" });
  };
  const { allowed, blocked } = splitActions(ACCOUNT_ACTION, detail.actions, show);
  return (
    <>
      <NowActions allowed={allowed} blocked={blocked} />
      {open && (
        <ConfirmDialog
          title={WORDS[open].title}
          okText={WORDS[open].ok}
          danger={open === "disable"}
          reason={
            WORDS[open].reason
              ? {
                  label: "理由",
                  limit: { ...AdminReasonIn.reason, min: 5 },
                  placeholder: "记入审计日志，相关人员会看到",
                }
              : undefined
          }
          write={(reason, headers) => actOnAccount(detail.account.id, open, reason, headers)}
          changes="account_admin"
          onDone={(link) => finish(open, link)}
          onClose={close}
        >
          {`${detail.account.name}（${detail.account.login}，${detail.account.organization}）。${WORDS[open].text}`}
        </ConfirmDialog>
      )}
      {issued && <IssuedLinkDialog {...issued} onClose={() => setIssued(null)} />}
    </>
  );
}
