/** 资金预算 of the department's items. */
import { paths } from "@/app/paths";
import { BudgetTable } from "@/features/budgets/BudgetTable";
import { PageHeader } from "@/ui/PageHeader";

export function BudgetsPage() {
  return (
    <>
      <PageHeader
        title="资金预算"
        description="复审通过时预留，列入拨付清单后拨付；任何时候都不会超出预算。"
      />
      <BudgetTable rowLink={paths.government.budget} />
    </>
  );
}
