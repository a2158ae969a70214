/** What the operator asks to be corrected, all at once. */
import type { DefectProps } from "./DefectList";
import { lazyPart, Room } from "./lazyPart";

/** The words of all fields come with it; most pages have nothing to correct. */
export const DefectList = lazyPart(
  () => import("./DefectList").then((m) => m.DefectList),
  <Room rem={1.5} />,
);

export function Defects({ of, defects }: DefectProps) {
  if (defects.length === 0) return null;
  return (
    <div className="notice tone-warn form-note">
      <strong>请补正以下 {defects.length} 项后重新提交</strong>
      <DefectList of={of} defects={defects} />
    </div>
  );
}
