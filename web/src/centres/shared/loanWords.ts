import type { LoanSide } from "@/features/servicing/queries";

/** What each side calls its loans. */
export const LOANS_TITLE: Record<LoanSide, string> = { institution: "贷后管理", enterprise: "我的贷款" };
