/** The own team; an institution also sees the running orders that each colleague handles. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";
import { useCentre } from "@/centres/shell/useCentre";
import { officersQuery } from "@/features/orders/queries";
import type { WorkColumn } from "@/features/teams/Accounts";
import { TeamPage as Team } from "@/features/teams/TeamPage";
import type { LogLink } from "@/features/teams/WorkLog";

const { enterprise, institution } = paths;

type Kind = Parameters<LogLink>[0]["kind"];
type Side = "enterprise" | "institution" | "agency" | "government";

/** Pages of what the work log names. */
const PAGES: Record<Side, Partial<Record<Kind, (id: string) => string>>> = {
  enterprise: { order: enterprise.order, demand: enterprise.demand },
  institution: { order: institution.order, product: institution.product },
  agency: {},
  government: {},
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

const WORK: WorkColumn = {
  title: "在办对接单",
  render: (account) => <Running account={account} />,
};

export function TeamPage() {
  const side = useCentre<Side>();
  return (
    <Team work={side === "institution" ? WORK : undefined} link={({ kind, id }) => PAGES[side][kind]?.(id)} />
  );
}
