/** The enterprise's team. */
import { RequirePermission } from "@/app/guards";
import { paths } from "@/app/paths";
import { TeamPage as Team } from "@/features/teams/TeamPage";
import type { LogLink } from "@/features/teams/WorkLog";

const { enterprise } = paths;

const link: LogLink = ({ kind, id }) => {
  if (kind === "order") return enterprise.order(id);
  return kind === "demand" ? enterprise.demand(id) : undefined;
};

export function TeamPage() {
  return (
    <RequirePermission permission="accounts.team">
      <Team link={link} />
    </RequirePermission>
  );
}
