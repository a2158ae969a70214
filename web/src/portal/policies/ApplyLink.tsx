/** The way from a policy item to an application, for whoever reads it: to the own one where there is one already. */
import { Link } from "react-router";
import { ownOf, useApplied } from "@/api/applications";
import { useSession } from "@/api/session";
import { loginWithNext, paths } from "@/app/paths";

const { enterprise } = paths;

export function ApplyLink({ id, number }: { id: string; number: number }) {
  const session = useSession();
  const applied = useApplied();
  const me = session.data?.me;
  const to = enterprise.applyPolicy(id);
  // Its place is kept.
  if (session.isPending || !applied) return <span className="product-apply" />;
  if (me && me.role !== "enterprise") return null;
  const own = ownOf(applied.get(id), number);
  if (own)
    return (
      <Link
        className="portal-button product-apply"
        to={own.stands === "draft" ? enterprise.editApplication(own.id) : enterprise.application(own.id)}
      >
        {own.stands === "draft" ? "继续填写" : "查看申请"}
      </Link>
    );
  return (
    <Link className="portal-button product-apply" to={me ? to : loginWithNext(to)}>
      {me ? (applied.has(id) ? "再次申请" : "申请") : "登录后申请"}
    </Link>
  );
}
