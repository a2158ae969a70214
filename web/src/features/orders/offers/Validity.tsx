/** Until when an answer is possible, and how many days are left. */
import { daysUntil } from "@/lib/dates";
import { now } from "@/lib/now";
import { DateText } from "@/ui/Values";

export function Validity({ until }: { until: string }) {
  const days = daysUntil(until, now());
  const left = days < 0 ? "已过期" : days === 0 ? "今天到期" : `剩 ${days} 天`;
  return (
    <>
      <DateText value={until} />（{left}）
    </>
  );
}
