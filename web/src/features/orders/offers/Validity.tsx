/** Until when an answer is possible, and how many days are left. */
import { daysUntil } from "@/lib/dates";
import { DateText } from "@/ui/Values";

export function Validity({ until }: { until: string }) {
  const days = daysUntil(until, new Date());
  const left = days < 0 ? "已过期" : days === 0 ? "今天到期" : `还剩 ${days} 天`;
  return (
    <>
      <DateText value={until} />（{left}）
    </>
  );
}
