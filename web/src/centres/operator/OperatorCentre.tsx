/** 后台管理: who may enter, and its menu. */
import { RequireRole } from "@/app/guards";
import { CentreShell } from "@/centres/shell/CentreShell";
import { centre } from "./menu";

export function OperatorCentre() {
  return (
    <RequireRole roles={["operator"]}>
      <CentreShell centre={centre} />
    </RequireRole>
  );
}
