/** The holiday table by which all limits are reckoned. */
import { CalendarYears } from "@/features/calendar/CalendarYears";
import { PageHeader } from "@/ui/PageHeader";

export function CalendarPage() {
  return (
    <>
      <PageHeader
        title="工作日历"
        description="各项时限按工作日 9:00–18:00 计算。每年放假通知公布后请更新并确认；已经开始的时限不变。"
      />
      <CalendarYears />
    </>
  );
}
