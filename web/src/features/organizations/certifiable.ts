/** Who can be certified. */
import type { Schema } from "@/api/types";

/** Only institutions and agencies are certified. */
export const certifiable = (organization: Schema<"OrganizationView">) =>
  organization.kind === "institution" || organization.kind === "agency";
