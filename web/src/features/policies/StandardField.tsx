/** How much is paid, as a control of a form: by a formula or by tiers, with cap, floor and rounding. */
import { useQuery } from "@tanstack/react-query";
import TextArea from "antd/es/input/TextArea";
import { NativeSelect } from "@/ui/NativeSelect";
import { MoneyInput } from "@/ui/ScaledInput";
import styles from "./policies.module.css";
import { policyFieldsQuery } from "./queries";
import { type Standard, type Way, wayOf, withWay } from "./standard";
import { TierRows } from "./TierRows";

const WAYS: { value: Way; label: string }[] = [
  { value: "none", label: "不涉及金额" },
  { value: "formula", label: "按公式计算" },
  { value: "tiers", label: "按档次计算" },
];

const BELOW = [
  { value: "nothing", label: "不予兑现" },
  { value: "floor", label: "按下限兑现" },
] as const;

/** Whole units, in fen. */
const UNITS = [
  { value: "100", label: "元" },
  { value: "10000", label: "百元" },
  { value: "1000000", label: "万元" },
];

const DIRECTIONS = [
  { value: "down", label: "舍去尾数" },
  { value: "nearest", label: "四舍五入" },
  { value: "up", label: "进一" },
] as const;

type Props = { id?: string; value?: Standard | null; onChange?: (value: Standard | null) => void };

export function StandardField({ id, value, onChange }: Props) {
  const fields = useQuery(policyFieldsQuery).data ?? [];
  const change = (next: Standard) => onChange?.(next);
  const numeric = fields.filter(({ kind }) => ["money", "rate", "number", "count", "yes_no"].includes(kind));
  return (
    <div id={id} tabIndex={-1} className={styles.group}>
      <NativeSelect
        aria-label="计算方式"
        options={WAYS}
        value={wayOf(value)}
        onChange={(way) => onChange?.(withWay(value, way ?? "none"))}
      />
      {value && "formula" in value.method && (
        <>
          <TextArea
            aria-label="计算公式"
            rows={4}
            maxLength={4000}
            value={value.method.formula}
            onChange={(event) => change({ ...value, method: { formula: event.target.value } })}
          />
          <details className="card-note">
            <summary>公式怎么写</summary>
            <p>
              每行一个算式，最后一行为“额度 = …”。金额以万元计，比例以小数计（10% 写 0.1），是为 1、否为
              0；可用 + − × ÷、min、max、if(条件, 甲, 乙)。可用的指标：
              {numeric.map((one) => one.name).join("、")}。例如：额度 = 0.1 × 上年度研发费用
            </p>
          </details>
        </>
      )}
      {value && "tiers" in value.method && (
        <TierRows
          tiers={value.method.tiers}
          fields={numeric}
          onChange={(tiers) => change({ ...value, method: { tiers } })}
        />
      )}
      {value && (
        <div className="form-grid">
          <label className={styles.field} htmlFor={`${id}-cap`}>
            <span>每家企业上限（选填）</span>
            <MoneyInput
              id={`${id}-cap`}
              value={value.cap ?? null}
              onChange={(cap) => change({ ...value, cap })}
            />
          </label>
          <label className={styles.field} htmlFor={`${id}-floor`}>
            <span>下限（选填）</span>
            <MoneyInput
              id={`${id}-floor`}
              value={value.floor?.amount ?? null}
              onChange={(amount) =>
                change({
                  ...value,
                  floor: amount === null ? null : { amount, below: value.floor?.below ?? "nothing" },
                })
              }
            />
          </label>
          {value.floor && (
            <label className={styles.field} htmlFor={`${id}-below`}>
              <span>低于下限时</span>
              <NativeSelect
                id={`${id}-below`}
                options={BELOW}
                value={value.floor.below}
                onChange={(below) =>
                  below && value.floor && change({ ...value, floor: { ...value.floor, below } })
                }
              />
            </label>
          )}
          <label className={styles.field} htmlFor={`${id}-unit`}>
            <span>取整到（选填）</span>
            <NativeSelect
              id={`${id}-unit`}
              clearable
              placeholder="不取整"
              options={UNITS}
              value={value.rounding ? String(value.rounding.unit) : null}
              onChange={(unit) =>
                change({
                  ...value,
                  rounding: unit
                    ? { unit: Number(unit), direction: value.rounding?.direction ?? "down" }
                    : null,
                })
              }
            />
          </label>
          {value.rounding && (
            <label className={styles.field} htmlFor={`${id}-direction`}>
              <span>取整方式</span>
              <NativeSelect
                id={`${id}-direction`}
                options={DIRECTIONS}
                value={value.rounding.direction}
                onChange={(direction) =>
                  direction &&
                  value.rounding &&
                  change({ ...value, rounding: { ...value.rounding, direction } })
                }
              />
            </label>
          )}
        </div>
      )}
    </div>
  );
}
