/** Tiers of an amount: what decides, and what each of them pays. */
import { Button } from "antd";
import { NativeSelect } from "@/ui/NativeSelect";
import { MoneyInput, RateInput } from "@/ui/ScaledInput";
import { FigureInput } from "./ConditionValue";
import type { Field } from "./condition";
import styles from "./policies.module.css";
import { newTier, type Tier, type Tiers } from "./standard";

const MODES = [
  { value: "reached", label: "按达到的档次" },
  { value: "slices", label: "分段累计" },
] as const;

const PAYS = [
  { value: "rate", label: "按比例" },
  { value: "fixed", label: "固定金额" },
] as const;

type Props = { tiers: Tiers; fields: readonly Field[]; onChange: (tiers: Tiers) => void };

export function TierRows({ tiers, fields, onChange }: Props) {
  const by = fields.find((one) => one.code === tiers.by) ?? { kind: "money" as const, unit: "" };
  const change = (rows: Tier[]) => onChange({ ...tiers, tiers: rows });
  const replace = (at: number, tier: Tier) =>
    change(tiers.tiers.map((one, place) => (place === at ? tier : one)));
  return (
    <>
      <div className="form-grid">
        <NativeSelect
          aria-label="按哪项指标分档"
          placeholder="按哪项指标分档"
          options={fields.map((one) => ({ value: one.code, label: one.name }))}
          value={tiers.by}
          onChange={(code) => onChange({ ...tiers, by: code ?? "" })}
        />
        <NativeSelect
          aria-label="分档方式"
          options={MODES}
          value={tiers.mode}
          onChange={(mode) => mode && onChange({ ...tiers, mode })}
        />
      </div>
      {tiers.tiers.map((tier, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: tiers have no names of their own.
        <fieldset key={at} className={styles.row}>
          <legend>第 {at + 1} 档</legend>
          <div className="form-grid">
            <div className={styles.field}>
              <span>从（含）</span>
              <FigureInput
                field={by}
                label={`第 ${at + 1} 档从`}
                value={tier.from}
                onChange={(from) => replace(at, { ...tier, from: from ?? 0 })}
              />
            </div>
            <div className={styles.field}>
              <span>到（不含，不填为以上）</span>
              <FigureInput
                field={by}
                label={`第 ${at + 1} 档到`}
                value={tier.to}
                onChange={(to) => replace(at, { ...tier, to })}
              />
            </div>
            <div className={styles.field}>
              <span>兑现方式</span>
              <NativeSelect
                aria-label={`第 ${at + 1} 档兑现方式`}
                options={PAYS}
                value={"rate" in tier.pays ? "rate" : "fixed"}
                onChange={(way) =>
                  replace(at, { ...tier, pays: way === "fixed" ? { fixed: 0 } : { rate: 0 } })
                }
              />
            </div>
            <div className={styles.field}>
              <span>{"rate" in tier.pays ? "比例" : "金额"}</span>
              {"rate" in tier.pays ? (
                <RateInput
                  aria-label={`第 ${at + 1} 档比例`}
                  value={tier.pays.rate}
                  onChange={(rate) => replace(at, { ...tier, pays: { rate: rate ?? 0 } })}
                />
              ) : (
                <MoneyInput
                  aria-label={`第 ${at + 1} 档金额`}
                  value={tier.pays.fixed}
                  onChange={(fixed) => replace(at, { ...tier, pays: { fixed: fixed ?? 0 } })}
                />
              )}
            </div>
          </div>
          <Button
            aria-label={`删除第 ${at + 1} 档`}
            onClick={() => change(tiers.tiers.filter((_, place) => place !== at))}
          >
            删除
          </Button>
        </fieldset>
      ))}
      <div>
        <Button type="dashed" onClick={() => change([...tiers.tiers, newTier()])}>
          添加一档
        </Button>
      </div>
    </>
  );
}
