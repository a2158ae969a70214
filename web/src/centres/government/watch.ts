/** What in the platform's work needs an eye: how much of it there is, for those who may see it. */
import { useQuery } from "@tanstack/react-query";
import { listQuery } from "@/api/queries";
import { useMe } from "@/api/session";
import type { Schema } from "@/api/types";
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

/** The pool begins with what is late, so a page tells how many are; of more than it holds, that there are as many at least. */
const POOL = { page: 1, size: 100 };

function lateNote(pool: Schema<"ApplicationRow">[]): string {
  const late = pool.filter(({ due }) => due && due.days_left < 0).length;
  if (late === 0) return "均在办理时限内";
  return late === POOL.size ? `${late} 件以上超过办理时限` : `其中 ${late} 件超过办理时限`;
}

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
  // Not by the feature's query: the overview would carry its forms.
  const pool = useQuery({
    ...listQuery("applications", "/government/applications", { query: POOL }),
    enabled: may("applications.review"),
  });
  const asked = useQuery({
    ...listQuery("applications", "/government/consultations", { query: ONE }),
    enabled: may("consultations.own"),
  });
  // They come by their limit, so that the first one tells whether any is late.
  const askedLate = asked.data?.items.some(({ due }) => due && due.days_left < 0) ?? false;
  const total = loans.data?.total;
  const late = total && total.late_30.count + total.late_90.count + total.late_more.count;
  return [
    may("applications.review") && {
      key: "applications",
      label: "待审核申请",
      count: pool.data?.total,
      note: pool.data ? lateNote(pool.data.items) : "—",
      to: government.applications,
      late: pool.data?.items.some(({ due }) => due && due.days_left < 0) ?? false,
    },
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
    may("consultations.own") && {
      key: "consultations",
      label: "待答复会商",
      count: asked.data?.total,
      note: askedLate ? "有超过答复时限的" : "其他部门复审时商请",
      to: `${government.applications}?view=consultations`,
      late: askedLate,
    },
  ].filter((one) => one !== false);
}
