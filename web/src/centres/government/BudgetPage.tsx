/** The budget of one item, and how it moved. */
import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { paths } from "@/app/paths";
import { BudgetMoves } from "@/features/budgets/BudgetMoves";
import { budgetQuery } from "@/features/budgets/queries";
import { moneyText } from "@/lib/money";
import { KeyFigures } from "@/ui/now/KeyFigures";
import { PageHeader } from "@/ui/PageHeader";
import { Loaded } from "@/ui/States";

const { government } = paths;

export function BudgetPage() {
  const { id = "" } = useParams();
  const query = useQuery(budgetQuery(id));
  return (
    <>
      <PageHeader
        title={query.data?.title ?? "资金预算"}
        back={{ to: government.budgets, label: "资金预算" }}
      />
      <Loaded query={query} rows={6}>
        {(budget) => (
          <>
            <KeyFigures
              figures={[
                { label: "可用余额", value: budget.left === null ? "不设上限" : moneyText(budget.left) },
                { label: "预算", value: budget.total === null ? "不设上限" : moneyText(budget.total) },
                { label: "已预留", value: moneyText(budget.reserved) },
                { label: "拨付中", value: moneyText(budget.listed) },
                {
                  label: "已拨付",
                  value: moneyText(budget.paid),
                  note: budget.recovered > 0 ? `另追回 ${moneyText(budget.recovered)}` : undefined,
                },
              ]}
            />
            <BudgetMoves id={id} application={government.application} />
          </>
        )}
      </Loaded>
    </>
  );
}
