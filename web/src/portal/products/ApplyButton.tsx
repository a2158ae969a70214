/** The way from a product to an application, for whoever reads it. */
import { Link } from "react-router";
import { useSession } from "@/api/session";
import { loginWithNext, paths } from "@/app/paths";

type Props = {
  id: string;
  /** Said to those who cannot see which of several products it belongs to. */
  name?: string;
};

export function ApplyButton({ id, name }: Props) {
  const session = useSession();
  const me = session.data?.me;
  const to = paths.enterprise.apply(id);
  const which = name && <span className="visually-hidden">：{name}</span>;
  if (session.isPending) return null;
  if (!me)
    return (
      <Link className="portal-button product-apply" to={loginWithNext(to)}>
        登录后申请{which}
      </Link>
    );
  if (me.role !== "enterprise") return <p className="calculator-note">企业用户登录后可以申请此产品。</p>;
  return (
    <Link className="portal-button product-apply" to={to}>
      我要申请{which}
    </Link>
  );
}
