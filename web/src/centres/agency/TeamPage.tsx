/** The agency's team. */
import { RequirePermission } from "@/app/guards";
import { TeamPage as Team } from "@/features/teams/TeamPage";

export function TeamPage() {
  return (
    <RequirePermission permission="accounts.team">
      <Team link={() => undefined} />
    </RequirePermission>
  );
}
