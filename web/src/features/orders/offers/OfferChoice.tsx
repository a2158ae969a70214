/** The choice of one offer among others: the two answers that are possible now, by the name of the institution. */
import { Button } from "antd";
import type { Action } from "@/ui/ActionBar";
import type { EnterpriseActionKey } from "../steps/orderActions";
import styles from "./offers.module.css";

/** The pairs of answers, in the words of a choice among several. */
const WORDS: Partial<Record<EnterpriseActionKey, string>> = {
  confirm: "选择",
  accept: "接受",
  confirm_disbursement: "确认放款",
  decline: "不选择",
  decline_offer: "不接受",
};

type Props = { allowed: Action[]; institution: string };

export function OfferChoice({ allowed, institution }: Props) {
  const answers = allowed.filter(({ key }) => key in WORDS);
  if (answers.length === 0) return null;
  return (
    <div className={styles.choice}>
      <span className={styles.chosen} aria-hidden="true">
        {institution}
      </span>
      {answers.map(({ key, label, primary, onClick }) => {
        const word = WORDS[key as EnterpriseActionKey] ?? label;
        return (
          <Button
            key={key}
            type={primary ? "primary" : "default"}
            ghost={primary}
            aria-label={`${word}：${institution}`}
            onClick={onClick}
          >
            {word}
          </Button>
        );
      })}
    </div>
  );
}
