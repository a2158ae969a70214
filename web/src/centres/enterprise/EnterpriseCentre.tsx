/** 企业中心: who may enter, and its menu. */
import { RequireRole } from "@/app/guards";
import { CentreShell } from "@/centres/shell/CentreShell";
import { centre } from "./menu";

export function EnterpriseCentre() {
  return (
    <RequireRole roles={["enterprise"]}>
      <CentreShell centre={centre} />
    </RequireRole>
  );
}
