/** On a demo server only: its accounts with the current one-time code; choosing one fills the login form. */
import { useQuery } from "@tanstack/react-query";
import { readQuery } from "@/api/queries";
import type { Schema } from "@/api/types";
import { ROLE } from "@/labels/organizations";
import { Card } from "@/ui/Card";

/** One-time codes change every 30 seconds. */
const REFRESH_MS = 10_000;

export function DemoAccounts({ onChoose }: { onChoose: (account: Schema<"DemoAccount">) => void }) {
  const query = useQuery({ ...readQuery("demo", "/demo/accounts"), refetchInterval: REFRESH_MS });
  return (
    <Card title="演示账号">
      <p className="demo-note">这是演示环境，数据均为虚构。点选账号会填入登录信息，再按“登录”。</p>
      {query.isError && !query.data && (
        <p role="alert">
          没有读取出来。
          <button type="button" className="demo-again" onClick={() => query.refetch()}>
            重试
          </button>
        </p>
      )}
      <ul className="demo-list" aria-busy={query.isPending}>
        {query.data?.map((account) => (
          <li key={account.login}>
            <button type="button" onClick={() => onChoose(account)}>
              <strong>
                {ROLE[account.role]} · {account.name}
              </strong>
              <span>
                {account.organization} · 登录名 {account.login}
                {account.totp && ` · 动态验证码 ${account.totp}`}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
