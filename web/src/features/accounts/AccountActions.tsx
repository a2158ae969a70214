/** Everything an operator may do to an account, with the dialogs behind the buttons. */
import { useState } from "react";
import { AdminReasonIn } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { ACCOUNT_ACTION, LINK_KIND } from "@/labels/accounts";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { lazyPart } from "@/ui/lazyPart";
import { NowActions } from "@/ui/now/NowActions";
import { splitActions } from "@/ui/splitActions";
import { useDialog } from "@/ui/useDialog";
import { ASKED, actOnAccount } from "./queries";

const ResetDialog = lazyPart(() => import("./ResetDialog").then((m) => m.ResetDialog));
const IssuedLinkDialog = lazyPart(() => import("./IssuedLinkDialog").then((m) => m.IssuedLinkDialog));

type Kind = Schema<"AccountAction">["action"];

type Words = { title: string; text: string; ok: string; done: string; reason: boolean };

const WORDS: Partial<Record<Kind, Words>> = {
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
  approve_reset: {
    title: "复核同意？",
    text: "请先独立核实本人身份和申请理由。",
    ok: "复核同意",
    done: "已办理，本人会收到通知",
    reason: false,
  },
  refuse_reset: {
    title: "复核不同意？",
    text: "申请结束，账号保持不变。",
    ok: "不同意",
    done: "已处理",
    reason: true,
  },
  withdraw_reset: {
    title: "撤回申请？",
    text: "申请结束，需要时可以重新提出。",
    ok: "撤回申请",
    done: "已撤回",
    reason: false,
  },
};

/** What the second person brings about. */
const GIVEN: Record<Schema<"ResetKind">, string> = {
  password:
    "同意后生成密码重置链接，24 小时内有效，只能使用一次，由您转交本人。本人设置新密码前，原密码仍可使用；设置后，所有登录会话结束。",
  authenticator:
    "同意后生成动态验证码绑定链接，24 小时内有效，只能使用一次，由您转交本人，本人凭登录密码绑定。",
  primary: "同意后该账号立即成为本单位主账号，原主账号转为子账号并退出全部登录，双方都会收到通知。",
};

export function AccountActions({ detail }: { detail: Schema<"ManagedAccountDetail"> }) {
  const { open, show, close, done } = useDialog<Kind>();
  const [issued, setIssued] = useState<{ link: Schema<"IssuedLink">; what: string } | null>(null);
  const kind = detail.reset?.kind;
  const finish = (said: string, link: Schema<"IssuedLink"> | null) => {
    if (!link) return done(said);
    close();
    setIssued({ link, what: LINK_KIND[kind === "authenticator" ? "authenticator" : "password"] });
  };
  const { account } = detail;
  const asked = open && ASKED[open];
  const words = open && WORDS[open];
  const given = open === "approve_reset" && kind ? GIVEN[kind] : "";
  const { allowed, blocked } = splitActions(ACCOUNT_ACTION, detail.actions, show);
  return (
    <>
      <NowActions allowed={allowed} blocked={blocked} />
      {asked && (
        <ResetDialog
          account={account}
          kind={asked}
          onDone={() => done("已提交，等待另一位运营人员复核")}
          onClose={close}
        />
      )}
      {open && words && (
        <ConfirmDialog
          title={words.title}
          okText={words.ok}
          danger={open === "disable"}
          reason={
            words.reason
              ? {
                  label: "理由",
                  limit: { ...AdminReasonIn.reason, min: 5 },
                  placeholder: "记入审计日志，相关人员会看到",
                }
              : undefined
          }
          write={(reason, headers) => actOnAccount(account.id, open, reason, headers)}
          changes="account_admin"
          onDone={(link) => finish(words.done, link)}
          onClose={close}
        >
          {`${account.name}（${account.login}，${account.organization}）。${words.text}${given}`}
        </ConfirmDialog>
      )}
      {issued && <IssuedLinkDialog {...issued} onClose={() => setIssued(null)} />}
    </>
  );
}
