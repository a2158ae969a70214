/** The way from a policy item to an application, for whoever reads it. */
import { Link } from "react-router";
import { useSession } from "@/api/session";
import { loginWithNext, paths } from "@/app/paths";

export function ApplyLink({ id }: { id: string }) {
  const session = useSession();
  const me = session.data?.me;
  const to = paths.enterprise.applyPolicy(id);
  // Its place is kept.
  if (session.isPending) return <span className="product-apply" />;
  if (me && me.role !== "enterprise") return null;
  return (
    <Link className="portal-button product-apply" to={me ? to : loginWithNext(to)}>
      {me ? "申请" : "登录后申请"}
    </Link>
  );
}
