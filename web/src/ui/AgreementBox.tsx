/** The text of an agreement in a box that scrolls, also by keyboard. */
import type { Schema } from "@/api/types";
import { agreementBlocks } from "@/lib/agreementText";
import { formatLongDate } from "@/lib/dates";
import { ScrollRegion } from "@/lib/ScrollRegion";

export function AgreementBox({ agreement }: { agreement: Schema<"AgreementView"> }) {
  return (
    <ScrollRegion className="agreement-box" label={agreement.title}>
      <h3>{agreement.title}</h3>
      <p>
        第 {agreement.version} 版，{formatLongDate(agreement.effective_at)}起生效
      </p>
      {agreementBlocks(agreement.body).map((block) =>
        block.heading ? <h4 key={block.key}>{block.text}</h4> : <p key={block.key}>{block.text}</p>,
      )}
    </ScrollRegion>
  );
}
