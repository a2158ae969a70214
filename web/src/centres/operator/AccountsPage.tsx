/** Accounts of all organisations. */
import { AccountList } from "@/features/accounts/AccountList";
import { PageHeader } from "@/ui/PageHeader";

export function AccountsPage() {
  return (
    <>
      <PageHeader
        title="账号管理"
        description="各单位的登录账号。停用、启用、结束会话和重置均须填写理由，并记入审计日志。"
      />
      <AccountList />
    </>
  );
}
