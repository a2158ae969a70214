/** What has to be brought, as a control of a form: files, statements, and what the platform brings itself. */
import { Checkbox } from "antd";
import { useId, useState } from "react";
import type { Schema } from "@/api/types";
import { MATERIAL_SOURCE } from "@/labels/policies";
import { UploadField } from "@/ui/UploadField";
import styles from "./applications.module.css";
import type { Material } from "./content";

type Props = {
  id?: string;
  value?: Material[];
  onChange?: (materials: Material[]) => void;
  wanted: readonly Schema<"PolicyMaterial">[];
  known: Schema<"FileInfo">[];
  /** What has to be corrected, by the name of the material. */
  remarks: ReadonlyMap<string, string>;
  /** What was told to be missing. */
  wrong: ReadonlyMap<string, string>;
  onBusy: (busy: boolean) => void;
};

const MOST = 10;

/** The id of what a material leads to. */
export const materialId = (of: string, name: string) => `${of}material-${name}`;

export function MaterialsField(props: Props) {
  const { id = "", value = [], onChange, wanted, known, remarks, wrong, onBusy } = props;
  const own = useId();
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set());
  const set = (name: string, next: Partial<Material>) => {
    const before = value.find((one) => one.name === name) ?? { name, files: [], agreed: false };
    onChange?.([...value.filter((one) => one.name !== name), { ...before, ...next }]);
  };
  const tell = (name: string, running: boolean) => {
    if (busy.has(name) === running) return;
    const next = new Set(busy);
    if (running) next.add(name);
    else next.delete(name);
    setBusy(next);
    onBusy(next.size > 0);
  };
  return (
    <div id={id} tabIndex={-1} className={styles.materials}>
      {wanted.map((material) => {
        const { name = "", source = "upload", required = false } = material;
        const brought = value.find((one) => one.name === name);
        const remark = remarks.get(name);
        const fault = wrong.get(name);
        const place = materialId(id, name);
        const wrongId = `${own}${name}-wrong`;
        return (
          <fieldset key={name} className={remark || fault ? styles.marked : styles.material}>
            <legend>
              {name}
              {required && <span className={styles.must}>（必备）</span>}
              <span className="card-note">　{MATERIAL_SOURCE[source]}</span>
            </legend>
            {remark && <p className={styles.remark}>需补正：{remark}</p>}
            {source === "platform" && <p className="card-note">由平台调取，无需上传。</p>}
            {source === "statement" && (
              <Checkbox
                id={place}
                checked={brought?.agreed ?? false}
                aria-describedby={fault ? wrongId : undefined}
                onChange={(event) => set(name, { agreed: event.target.checked })}
              >
                确认并承诺“{name}”
              </Checkbox>
            )}
            {source === "upload" && (
              <UploadField
                id={place}
                label={name}
                most={MOST}
                value={brought?.files ?? []}
                known={known}
                onChange={(files) => set(name, { files })}
                onBusy={(running) => tell(name, running)}
                aria-describedby={fault ? wrongId : undefined}
              />
            )}
            {fault && (
              <div id={wrongId} className="input-note input-note-error">
                {fault}
              </div>
            )}
          </fieldset>
        );
      })}
    </div>
  );
}
