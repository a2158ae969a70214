/** 机构中心: who may enter, and its menu. */
import { RequireRole } from "@/app/guards";
import { CentreShell } from "@/centres/shell/CentreShell";
import { centre } from "./menu";

export function InstitutionCentre() {
  return (
    <RequireRole roles={["institution"]}>
      <CentreShell centre={centre} />
    </RequireRole>
  );
}
