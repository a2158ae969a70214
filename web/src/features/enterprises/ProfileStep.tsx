/** The fields of one step of the profile, and beside them what it is good for. */
import type { ReactNode } from "react";
import type { Schema } from "@/api/types";
import { Card } from "@/ui/Card";
import { FileFields, FinanceFields, InnovationFields, LoanFields, RiskFields } from "./MoreFields";
import { BasicFields, BusinessFields, IncomeFields, PeopleFields, TitleFields } from "./ProfileFields";
import styles from "./profileSteps.module.css";
import { ScoreFields } from "./ScoreFields";
import { StepGuide } from "./StepGuide";
import { SECTIONS, type SectionKey, type StepKey } from "./sections";
import { STEPS } from "./steps";

type Props = {
  profile: Schema<"ProfileView">;
  step: StepKey;
  /** Whether a file is on its way. */
  onBusy: (busy: boolean) => void;
};

export function ProfileStep({ profile, step, onBusy }: Props) {
  const content: Record<SectionKey, ReactNode> = {
    basic: <BasicFields profile={profile} />,
    people: <PeopleFields profile={profile} />,
    business: <BusinessFields profile={profile} />,
    income: <IncomeFields />,
    finance: <FinanceFields />,
    loans: <LoanFields />,
    titles: <TitleFields />,
    innovation: <InnovationFields />,
    score: <ScoreFields />,
    risks: <RiskFields />,
    files: <FileFields profile={profile} onBusy={onBusy} />,
  };
  const sections = SECTIONS.filter((section) => section.step === step);
  const help = STEPS.find(({ key }) => key === step)?.help ?? "";
  return (
    <div className={styles.step}>
      <div className="stack">
        {sections.map(({ key, title }) => (
          <Card key={key} title={sections.length > 1 ? title : undefined}>
            {content[key]}
          </Card>
        ))}
      </div>
      <StepGuide profile={profile} step={step} help={help} />
    </div>
  );
}
