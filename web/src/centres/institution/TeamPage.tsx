/** The institution's team: with the running orders that each colleague handles. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import type { Schema } from "@/api/types";
import { RequirePermission } from "@/app/guards";
import { paths } from "@/app/paths";
import { officersQuery } from "@/features/orders/queries";
import { TeamPage as Team } from "@/features/teams/TeamPage";
import type { LogLink } from "@/features/teams/WorkLog";

const { institution } = paths;

const link: LogLink = ({ kind, id }) => {
  if (kind === "order") return institution.order(id);
  return kind === "product" ? institution.product(id) : undefined;
};

function Running({ account }: { account: Schema<"TeamAccount"> }) {
  const running = useQuery(officersQuery).data?.find((officer) => officer.id === account.id)?.running ?? 0;
  if (running === 0) return "0 笔";
  return (
    <Link to={`${institution.orders}?officer=${account.id}`}>
      {running} 笔{account.active ? "" : "，请移交"}
    </Link>
  );
}

const WORK = {
  title: "在办对接单",
  render: (account: Schema<"TeamAccount">) => <Running account={account} />,
};

export function TeamPage() {
  return (
    <RequirePermission permission="accounts.team">
      <Team work={WORK} link={link} />
    </RequirePermission>
  );
}
