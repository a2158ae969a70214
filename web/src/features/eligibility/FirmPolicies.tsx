/** 适合贵企业的政策: all open items on the own profile, each value with who says so, of which day, and where it is mended. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { ownMatchesQuery } from "@/api/policyMatch";
import { paths } from "@/app/paths";
import { MatchReport } from "@/lib/policyMatch/MatchReport";
import { Loaded } from "@/ui/States";
import { mendPath, mendText } from "./mend";

export function FirmPolicies({ name }: { name: string }) {
  return (
    <Loaded query={useQuery(ownMatchesQuery)} rows={10}>
      {(found) => (
        <MatchReport
          found={found}
          subject={name}
          action={(item) =>
            item.verdict !== "fails" &&
            item.mode !== "automatic" && (
              <Link to={paths.enterprise.applyPolicy(item.id)} aria-label={`申请：${item.title}`}>
                申请
              </Link>
            )
          }
          mend={(value) => (
            <Link to={mendPath(value)} aria-label={`${mendText(value)}${value.name}`}>
              {mendText(value)}
            </Link>
          )}
        />
      )}
    </Loaded>
  );
}
