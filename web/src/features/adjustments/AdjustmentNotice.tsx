/** On the operator's workbench: how many notices of changed policies wait, and how many are late; nothing where none does. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { adjustmentCountsQuery } from "./queries";

export function AdjustmentNotice({ to }: { to: string }) {
  const { data } = useQuery(adjustmentCountsQuery);
  if (!data || data.waiting === 0) return null;
  return (
    <p className={data.overdue > 0 ? "notice tone-err form-note" : "notice tone-info form-note"}>
      政策调整通知待处理 {data.waiting} 项{data.overdue > 0 && `，其中逾期 ${data.overdue} 项`}。{" "}
      <Link to={to}>去处理</Link>
    </p>
  );
}
