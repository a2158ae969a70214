/** After the first login with a one-time password: choose an own one. Nothing else is open until then. */
import { Button } from "antd";
import { Navigate } from "react-router";
import { useMe } from "@/api/session";
import { RequireLogin } from "@/app/guards";
import { homeOf } from "@/app/paths";
import { useLogout } from "@/app/useLogout";
import { Card } from "@/ui/Card";
import { PageHeader } from "@/ui/PageHeader";
import { PasswordForm } from "./PasswordForm";

export function PasswordDuePage() {
  return (
    <RequireLogin>
      <Choose />
    </RequireLogin>
  );
}

function Choose() {
  const me = useMe();
  const logout = useLogout();
  if (!me.password_due) return <Navigate to={homeOf(me)} replace />;
  return (
    <>
      <PageHeader
        title="设置您的密码"
        description={`${me.name}，您好。您使用的是${me.primary ? "平台" : `${me.organization.name}主账号`}发放的一次性密码，请先设置只有您自己知道的密码。`}
        extra={
          <Button onClick={() => logout.mutate()} loading={logout.isPending}>
            退出登录
          </Button>
        }
      />
      <Card>
        <PasswordForm />
      </Card>
    </>
  );
}
