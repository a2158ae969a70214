/** What comes on which day: limits of what is in progress, payments and ends of the own loans. */
import { useQuery } from "@tanstack/react-query";
import { useMe } from "@/api/session";
import { loansQuery } from "@/features/servicing/queries";
import { Card } from "@/ui/Card";
import { Coming } from "@/ui/cockpit/Coming";
import { Skeleton } from "@/ui/States";
import { comingOf, type Work } from "./work";

/** The most that one answer holds. */
const MOST = 100;

export function WorkCalendar({ work }: { work: Work | undefined }) {
  const lends = useMe().permissions.includes("servicing.institution");
  const draws = useQuery({
    ...loansQuery("institution", { state: "running", size: MOST }),
    enabled: lends,
  });
  return (
    <Card title="日程">
      {work && (draws.data || !lends || draws.isError) ? (
        <Coming
          items={comingOf(work, draws.data?.items ?? [])}
          empty="近期没有到期的事项。对接单的时限和贷款的还款日会显示在这里。"
        />
      ) : (
        <Skeleton rows={7} />
      )}
    </Card>
  );
}
