/** 适合贵企业的政策: all open items on the own profile, each value with who says so, of which day, and where it is mended. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { type Applied, ownOf, useApplied } from "@/api/applications";
import { ownMatchesQuery } from "@/api/policyMatch";
import { paths } from "@/app/paths";
import { MatchReport } from "@/lib/policyMatch/MatchReport";
import type { Match } from "@/lib/policyMatch/words";
import { Loaded, Skeleton } from "@/ui/States";
import { mendPath, mendText } from "./mend";

const { enterprise } = paths;

/** The next step with an item: what there is of one's own comes before a new application. */
function step(item: Match, applied: Applied | undefined) {
  const own = ownOf(applied, item.number);
  const [text, to] =
    own?.stands === "draft"
      ? ["继续填写", enterprise.editApplication(own.id)]
      : own
        ? ["查看申请", enterprise.application(own.id)]
        : ["申请", enterprise.applyPolicy(item.id)];
  if (!own && (item.verdict === "fails" || item.mode === "automatic")) return null;
  return (
    <Link to={to} aria-label={`${text}：${item.title}`}>
      {text}
    </Link>
  );
}

export function FirmPolicies({ name }: { name: string }) {
  const query = useQuery(ownMatchesQuery);
  const applied = useApplied();
  return (
    <Loaded query={query} rows={10}>
      {(found) =>
        applied ? (
          <MatchReport
            found={found}
            subject={name}
            held={({ id, number }) => ownOf(applied.get(id), number)?.stands === "held"}
            action={(item) => step(item, applied.get(item.id))}
            mend={(value) => (
              <Link to={mendPath(value)} aria-label={`${mendText(value)}${value.name}`}>
                {mendText(value)}
              </Link>
            )}
          />
        ) : (
          <Skeleton rows={10} />
        )
      }
    </Loaded>
  );
}
