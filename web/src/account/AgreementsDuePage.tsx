/** What the own account has to read and accept before anything else: the agreement of its role, and the privacy notice. */
import { useQuery } from "@tanstack/react-query";
import { Button, Form } from "antd";
import { Navigate, useSearchParams } from "react-router";
import { type AgreementKind, agreementQuery } from "@/api/agreements";
import { api, unwrap } from "@/api/client";
import { useIntent } from "@/api/intent";
import { useMe } from "@/api/session";
import { RequireLogin } from "@/app/guards";
import { homeOf, safeNext } from "@/app/paths";
import { useLogout } from "@/app/useLogout";
import { AgreementField } from "@/ui/AgreementField";
import { Card } from "@/ui/Card";
import { PageHeader } from "@/ui/PageHeader";
import { ProblemAlert } from "@/ui/ProblemAlert";

export function AgreementsDuePage() {
  return (
    <RequireLogin>
      <Due />
    </RequireLogin>
  );
}

function Due() {
  const me = useMe();
  const logout = useLogout();
  const [params] = useSearchParams();
  const [next] = me.agreements_due;
  if (!next) return <Navigate to={safeNext(params.get("next")) ?? homeOf(me)} replace />;
  return (
    <>
      <PageHeader
        title="请先阅读并同意"
        description={`${me.name}，您好。继续使用前，请阅读并同意以下内容（还有 ${me.agreements_due.length} 份）。`}
        extra={
          <Button onClick={() => logout.mutate()} loading={logout.isPending}>
            退出登录
          </Button>
        }
      />
      <Card>
        <Accept key={next} kind={next} />
      </Card>
    </>
  );
}

function Accept({ kind }: { kind: AgreementKind }) {
  const agreement = useQuery(agreementQuery(kind));
  const accept = useIntent(
    (_values: object, headers, version) =>
      unwrap(api.POST("/account/agreements", { body: { kind, version }, headers })),
    { changes: "accounts", signs: kind },
  );
  return (
    <Form layout="vertical" onFinish={(values) => accept.mutate(values)}>
      <AgreementField query={agreement} />
      <ProblemAlert problem={accept.error} />
      <Button type="primary" htmlType="submit" loading={accept.isPending} disabled={!agreement.data}>
        同意并继续
      </Button>
    </Form>
  );
}
