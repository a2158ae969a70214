/** Under the description of use: what in it would tell institutions who the enterprise is. */
import { Form } from "antd";
import { useHits } from "@/api/identifying";
import { MarkedText } from "@/ui/MarkedText";

export function OwnHits() {
  const text = Form.useWatch<string | null | undefined>("use_text");
  const hits = useHits(text);
  return (
    <div role="status" className="input-note under-field">
      {text && hits.length > 0 && (
        <>
          标出的文字可能暴露企业身份，公开前会被隐去，建议改写：
          <MarkedText text={text} hits={hits} />
        </>
      )}
    </div>
  );
}
