/** Words for 企业全景. */
import type { Schema } from "@/api/types";
import type { Texts } from "./label";

/** Why the reader sees it, and who is told. */
export const PANORAMA_BASIS: Texts<Schema<"PanoramaBasis">> = {
  own: "政府部门和平台依职责看到的与下面相同；机构只能看到贵企业授权开放的部分。每次查看都记入访问记录。",
  operator: "依平台管理职责查看，企业可以看到由谁在何时查看。",
  application: "企业向本部门申请过政策，依职责查看；企业可以看到由谁在何时查看。",
  consent: "依企业有效的授权查看，只显示授权开放的部分；企业可以看到由谁在何时查看。",
};
