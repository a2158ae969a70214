/** The way from a product to an application, for whoever reads it. */
import { Link } from "react-router";
import { useSession } from "@/api/session";
import { loginWithNext, paths } from "@/app/paths";

type Props = {
  id: string;
  /** Said to those who cannot see which of several products it belongs to. */
  name?: string;
  /** Says nothing to those who cannot apply. */
  quiet?: boolean;
};

export function ApplyButton({ id, name, quiet }: Props) {
  const session = useSession();
  const me = session.data?.me;
  const to = paths.enterprise.apply(id);
  // Its place is kept.
  if (session.isPending) return <span className="product-apply" />;
  if (me && me.role !== "enterprise")
    return quiet ? null : <p className="calculator-note">企业用户登录后可以申请此产品。</p>;
  return (
    <Link className="portal-button product-apply" to={me ? to : loginWithNext(to)}>
      {me ? "立即申请" : "登录后申请"}
      {name && <span className="visually-hidden">：{name}</span>}
    </Link>
  );
}
