/** One account: what is known of it, what was done to it, and what may be done now. */
import { Link, useParams } from "react-router";
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";
import { AccountActions } from "@/features/accounts/AccountActions";
import { AccountFacts } from "@/features/accounts/AccountFacts";
import { AccountStateTag } from "@/features/accounts/AccountStateTag";
import { useAccount } from "@/features/accounts/queries";
import { Card } from "@/ui/Card";
import { NowPage } from "@/ui/now/NowPage";
import { EmptyState, Loaded } from "@/ui/States";
import { Timeline } from "@/ui/Timeline";

export function AccountPage() {
  const { id = "" } = useParams();
  const query = useAccount(id);
  return (
    <Loaded query={query} rows={10}>
      {(detail) => <Account detail={detail} />}
    </Loaded>
  );
}

function Account({ detail }: { detail: Schema<"ManagedAccountDetail"> }) {
  const { account } = detail;
  return (
    <NowPage
      title={account.name}
      back={{ to: paths.operator.accounts, label: "账号管理" }}
      extra={<Link to={paths.operator.organization(account.org_id)}>{account.organization}</Link>}
      status={<AccountStateTag account={account} />}
      now={{ next: "停用、启用和重置都会记入审计日志，并通知本人或所属单位主账号。" }}
      actions={<AccountActions detail={detail} />}
    >
      <div className="columns">
        <div className="stack">
          <AccountFacts detail={detail} />
        </div>
        <Card title="管理记录">
          {detail.timeline.length > 0 ? (
            <Timeline items={detail.timeline} />
          ) : (
            <EmptyState title="没有管理记录" hint="停用、启用、重置等操作会记录在这里。" />
          )}
        </Card>
      </div>
    </NowPage>
  );
}
