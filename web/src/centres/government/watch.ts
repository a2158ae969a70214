/** What in the platform's work needs an eye: how much of it there is, for those who may see it. */
import { useQuery } from "@tanstack/react-query";
import { listQuery } from "@/api/queries";
import { useMe } from "@/api/session";
import { paths } from "@/app/paths";
import { complaintsQuery } from "@/features/complaints/queries";
import { loanOverviewQuery } from "@/features/servicing/queries";

const { government } = paths;

/** Only how many there are is asked for. */
const ONE = { page: 1, size: 1 };

export type Watched = {
  key: string;
  label: string;
  count: number | undefined;
  note: string;
  to: string;
  late: boolean;
};

export function useWatched(): Watched[] {
  const { permissions } = useMe();
  const may = (permission: (typeof permissions)[number]) => permissions.includes(permission);
  const unmatched = useQuery({
    ...listQuery("demands", "/oversight/unmatched-demands", { query: ONE }),
    enabled: may("demands.unmatched"),
  });
  const overdue = useQuery({
    ...listQuery("orders", "/oversight/overdue-orders", { query: ONE }),
    enabled: may("orders.overdue"),
  });
  const complaints = useQuery({
    ...complaintsQuery("government", { ...ONE, waiting: true }),
    enabled: may("complaints.oversee"),
  });
  const loans = useQuery({ ...loanOverviewQuery(ONE), enabled: may("servicing.oversight") });
  const total = loans.data?.total;
  const late = total && total.late_30.count + total.late_90.count + total.late_more.count;
  return [
    may("demands.unmatched") && {
      key: "unmatched",
      label: "未匹配需求",
      count: unmatched.data?.total,
      note: "公开后没有机构报价",
      to: government.unmatched,
      late: false,
    },
    may("orders.overdue") && {
      key: "overdue",
      label: "逾期未办理",
      count: overdue.data?.total,
      note: "机构超过办理时限的对接单",
      to: government.overdue,
      late: (overdue.data?.total ?? 0) > 0,
    },
    may("complaints.oversee") && {
      key: "complaints",
      label: "待处理投诉",
      count: complaints.data?.total,
      note: "等待答复或办结",
      to: `${government.complaints}?waiting=true`,
      late: false,
    },
    may("servicing.oversight") && {
      key: "late",
      label: "逾期贷款",
      count: late,
      note: total ? `${total.maturing.count} 笔即将到期` : "—",
      to: government.loans,
      late: (late ?? 0) > 0,
    },
  ].filter((one) => one !== false);
}
