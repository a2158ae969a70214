/** 政府中心: who may enter, and its menu. */
import { RequireRole } from "@/app/guards";
import { CentreShell } from "@/centres/shell/CentreShell";
import { centre } from "./menu";

export function GovernmentCentre() {
  return (
    <RequireRole roles={["government", "supervisor"]}>
      <CentreShell centre={centre} />
    </RequireRole>
  );
}
