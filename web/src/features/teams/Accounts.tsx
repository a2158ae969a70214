/** Accounts of the own organisation, and everything the primary account may do with them. */
import { Button } from "antd";
import { type ComponentProps, type ReactNode, useState } from "react";
import { api, unwrap } from "@/api/client";
import type { Schema } from "@/api/types";
import { ACCESS } from "@/labels/organizations";
import { Card } from "@/ui/Card";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { type Column, DataTable } from "@/ui/DataTable";
import { lazyPart } from "@/ui/lazyPart";
import { StatusTag } from "@/ui/StatusTag";
import { useDialog } from "@/ui/useDialog";
import { DateText } from "@/ui/Values";
import { wholeList } from "@/ui/wholeList";
import { unitName } from "./units";

const OneTimePassword = lazyPart(() => import("./OneTimePassword").then((m) => m.OneTimePassword));
const AccountDialog = lazyPart(() => import("./AccountDialog").then((m) => m.AccountDialog));
const PrimaryDialog = lazyPart(() => import("./PrimaryDialog").then((m) => m.PrimaryDialog));

/** What a centre knows about the work of an account: a further column. */
export type WorkColumn = { title: string; render: (account: Schema<"TeamAccount">) => ReactNode };

type Doing =
  | { what: "add"; account?: undefined }
  | { what: "edit" | "disable" | "enable" | "reset-password" | "primary"; account: Schema<"TeamAccount"> };

const at = ({ id }: Schema<"TeamAccount">) => ({ params: { path: { id } } });

function State({ account }: { account: Schema<"TeamAccount"> }) {
  if (!account.active) return <StatusTag tone="neutral">已停用</StatusTag>;
  if (account.password_due) return <StatusTag tone="warn">待设置密码</StatusTag>;
  return <StatusTag tone="ok">在用</StatusTag>;
}

const columns = (team: Schema<"TeamView">, work?: WorkColumn): Column<Schema<"TeamAccount">>[] => [
  { key: "name", title: "姓名", primary: true, render: (row) => row.name },
  { key: "state", title: "状态", badge: true, render: (row) => <State account={row} /> },
  { key: "login", title: "登录名", render: (row) => row.login },
  {
    key: "no",
    title: "账号编号",
    hideOnPhone: true,
    render: (row) => <span className="mono">{row.no}</span>,
  },
  { key: "access", title: "权限", render: (row) => (row.primary ? "主账号" : ACCESS[row.access]) },
  { key: "unit", title: "分支机构或部门", render: (row) => unitName(team.units, row.unit_id) },
  { key: "mobile", title: "手机号码", hideOnPhone: true, render: (row) => row.mobile_masked ?? "—" },
  ...(work ? [{ key: "work", title: work.title, render: work.render }] : []),
  { key: "seen", title: "上次登录", render: (row) => <DateText value={row.last_login_at} mode="ago" /> },
];

export function Accounts({ team, work }: { team: Schema<"TeamView">; work?: WorkColumn }) {
  const { open: doing, show, close, done } = useDialog<Doing>();
  const [once, setOnce] = useState<Omit<ComponentProps<typeof OneTimePassword>, "onClose"> | null>(null);
  const full = team.used >= team.quota;
  return (
    <Card
      title="账号"
      extra={
        <span className="card-extra">
          <span className="card-note">
            在用子账号 {team.used} / {team.quota} 个
          </span>
          <Button type="primary" disabled={full} onClick={() => show({ what: "add" })}>
            新建子账号
          </Button>
        </span>
      }
      flush
    >
      {full && (
        <p className="notice tone-warn">子账号数量已达上限。请停用不再使用的子账号，或联系平台调整上限。</p>
      )}
      <DataTable
        caption="账号列表"
        columns={columns(team, work)}
        {...wholeList(team.accounts)}
        rowKey={(row) => row.id}
        actions={(row) => <RowActions account={row} onDo={show} />}
        empty={null}
      />
      {(doing?.what === "add" || doing?.what === "edit") && (
        <AccountDialog
          account={doing.account}
          units={team.units}
          onAdded={(added) => {
            close();
            setOnce(added);
          }}
          onChanged={() => done("已保存，对该账号立即生效")}
          onClose={close}
        />
      )}
      {doing?.what === "primary" && <PrimaryDialog account={doing.account} onClose={close} />}
      {doing?.what === "disable" && (
        <ConfirmDialog
          title={`停用${doing.account.name}的账号？`}
          okText="停用"
          danger
          write={() => unwrap(api.POST("/team/accounts/{id}/disable", at(doing.account)))}
          changes="team"
          onDone={() => done("已停用，该账号已退出登录")}
          onClose={close}
        >
          该账号立即退出登录，不能再登录；经办的业务仍在其名下，请移交给其他同事。以后可以重新启用。
        </ConfirmDialog>
      )}
      {doing?.what === "enable" && (
        <ConfirmDialog
          title={`启用${doing.account.name}的账号？`}
          okText="启用"
          write={() => unwrap(api.POST("/team/accounts/{id}/enable", at(doing.account)))}
          changes="team"
          onDone={() => done("已启用")}
          onClose={close}
        >
          启用后可以用原密码登录。
        </ConfirmDialog>
      )}
      {doing?.what === "reset-password" && (
        <ConfirmDialog
          title={`重置${doing.account.name}的密码？`}
          okText="重置密码"
          write={() => unwrap(api.POST("/team/accounts/{id}/reset-password", at(doing.account)))}
          changes="team"
          onDone={({ password }) => {
            close();
            setOnce({ login: doing.account.login, password });
          }}
          onClose={close}
        >
          原密码立即失效，该账号退出登录。系统会生成新的一次性密码，请转告本人。
        </ConfirmDialog>
      )}
      {once && <OneTimePassword {...once} onClose={() => setOnce(null)} />}
    </Card>
  );
}

function RowActions({ account, onDo }: { account: Schema<"TeamAccount">; onDo: (doing: Doing) => void }) {
  if (account.primary) return null;
  const button = (what: Exclude<Doing["what"], "add">, text: string, danger?: boolean) => (
    <Button
      type="link"
      danger={danger}
      aria-label={`${text}：${account.name}`}
      onClick={() => onDo({ what, account })}
    >
      {text}
    </Button>
  );
  const heir = account.active && account.access === "handle" && !account.password_due;
  return (
    <>
      {button("edit", "修改")}
      {account.active && button("reset-password", "重置密码")}
      {heir && button("primary", "移交主账号")}
      {account.active ? button("disable", "停用", true) : button("enable", "启用")}
    </>
  );
}
