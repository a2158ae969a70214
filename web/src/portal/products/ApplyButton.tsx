/** The way from a product to an application, for whoever reads it. */
import { Link } from "react-router";
import { useSession } from "@/api/session";
import { loginWithNext, paths } from "@/app/paths";

export function ApplyButton({ id }: { id: string }) {
  const session = useSession();
  const me = session.data?.me;
  const to = paths.enterprise.apply(id);
  if (session.isPending) return null;
  if (!me)
    return (
      <Link className="portal-button product-apply" to={loginWithNext(to)}>
        登录后申请
      </Link>
    );
  if (me.role !== "enterprise") return <p className="calculator-note">企业用户登录后可以申请此产品。</p>;
  return (
    <Link className="portal-button product-apply" to={to}>
      我要申请
    </Link>
  );
}
