/** Who looked at what under one consent, newest first. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Pagination } from "@/ui/Pagination";
import { EmptyState, Loaded } from "@/ui/States";
import { DateText } from "@/ui/Values";
import { accessesQuery } from "./queries";

const SIZE = 10;

export function AccessLog({ consentId }: { consentId: string }) {
  const [page, setPage] = useState(1);
  const query = useQuery(accessesQuery(consentId, { page, size: SIZE }));
  return (
    <div className="access-log">
      <h3>访问记录</h3>
      <Loaded query={query} rows={3}>
        {(log) =>
          log.items.length === 0 ? (
            <EmptyState title="还没有访问记录" hint="机构每次查看贵公司的资料，都会记录在这里。" />
          ) : (
            <>
              <ul>
                {log.items.map((access) => (
                  <li key={`${access.at}-${access.what}`}>
                    <p>{access.what}</p>
                    {access.reason && <p className="access-reason">理由：{access.reason}</p>}
                    <p className="access-meta">
                      <DateText value={access.at} mode="time" /> · {access.institution_name} ·{" "}
                      {access.account_name}
                    </p>
                  </li>
                ))}
              </ul>
              <Pagination
                page={page}
                size={log.size}
                total={log.total}
                capped={log.capped}
                onPage={setPage}
              />
            </>
          )
        }
      </Loaded>
    </div>
  );
}
