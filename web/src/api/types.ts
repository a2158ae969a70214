/** The one place that names generated schemas; pages import these aliases, so a rename on the server touches this file only. */
import type { components } from "./schema.gen";

type S = components["schemas"];

export type Role = S["Role"];
export type OrgKind = S["OrgKind"];
export type OrgState = S["OrgState"];
export type InstitutionType = S["InstitutionType"];
export type OrgType = S["OrgType"];
export type TaxGrade = S["TaxGrade"];
export type Title = S["Title"];
export type DemandState = S["DemandState"];
export type OrderState = S["OrderState"];
export type UseKind = S["UseKind"];
export type Guarantee = S["Guarantee"];
export type Repayment = S["Repayment"];
export type RefusalCode = S["RefusalCode"];
export type ReviewKind = S["ReviewKind"];
export type ReviewState = S["ReviewState"];
export type AgreementKind = S["AgreementKind"];
export type AmountBand = S["AmountBand"];
export type TermBand = S["TermBand"];
export type YearsBand = S["YearsBand"];
export type StaffBand = S["StaffBand"];
export type RevenueBand = S["RevenueBand"];
export type ContactMethod = S["ContactMethod"];
export type IndustrySection = S["IndustrySection"];
export type ConsentScope = S["ConsentScope"];
export type TimelineSide = S["TimelineItem"]["side"];
export type AuditResult = S["AuditView"]["result"];
export type RegistrationKind = S["RegistrationIn"]["kind"];

export type ProblemBody = S["Problem"];
export type FieldError = S["FieldError"];
export type Defect = S["Defect"];
export type TimelineItem = S["TimelineItem"];

export type SessionView = S["SessionView"];
export type Me = S["Me"];
export type LoginIn = S["LoginIn"];
export type DemoAccount = S["DemoAccount"];
export type PasswordIn = S["PasswordIn"];
export type AccountSession = S["AccountSession"];
export type AgreementView = S["AgreementView"];
export type RegistrationIn = S["RegistrationIn"];
export type RegistrationView = S["RegistrationView"];
export type CorrectionIn = S["CorrectionIn"];

export type ReviewItem = S["ReviewItem"];
export type ReviewCounts = S["ReviewCounts"];
export type OrganizationView = S["OrganizationView"];
export type OrganizationDetail = S["OrganizationDetail"];
export type OperatorDemandView = S["OperatorDemandView"];
export type EnterpriseSummary = S["EnterpriseSummary"];
export type AuditView = S["AuditView"];
export type JobView = S["JobView"];
export type Parameter = S["Parameter"];
export type ParameterView = S["ParameterView"];

export type ProfileView = S["ProfileView"];
export type ProfileIn = S["ProfileIn"];
export type Size = S["Size"];
export type DataSource = S["DataSource"];
export type ListingIntent = S["ListingIntent"];
export type ListingStage = S["ListingStage"];
export type RiskKind = S["RiskKind"];
export type FinanceYear = S["FinanceYear"];
export type ExistingLoan = S["ExistingLoan"];
export type IpCounts = S["IpCounts"];
export type Risk = S["Risk"];
export type FileInfo = S["FileInfo"];
export type FileKind = S["FileKind"];
export type DemandIn = S["DemandIn"];
export type DemandPatch = S["DemandIn"];
export type DemandView = S["DemandView"];
export type DemandAction = S["DemandAction"];
export type EnterpriseOrderView = S["EnterpriseOrderView"];
export type OfferIn = S["Offer"];
export type OfferView = S["OfferView"];
export type Fee = S["Fee"];
export type DecisionIn = S["DecisionIn"];
export type DecisionView = S["DecisionView"];
export type DisbursementIn = S["DisbursementIn"];
export type DisbursementView = S["DisbursementView"];
export type OrderAction = S["OrderAction"];
export type Aspect = S["Aspect"];
export type AppealState = S["AppealState"];
export type AppealView = S["AppealView"];
export type RatingIn = S["RatingIn"];
export type RatingParty = S["RatingParty"];
export type RatingView = S["RatingView"];
export type RatingsView = S["RatingsView"];
export type ConsentView = S["ConsentView"];
export type AccessView = S["AccessView"];

export type MarketOverview = S["MarketOverview"];
export type MarketGroup = MarketOverview["groups"][number];
export type MarketDemand = S["MarketDemand"];
export type OpenedEnterprise = S["OpenedEnterprise"];
export type InstitutionOrderView = S["InstitutionOrderView"];
export type ContactIn = S["ContactIn"];
export type OrderRefuseIn = S["OrderRefuseIn"];
export type MessageView = S["MessageView"];

/** Every list answers in this shape, whatever the generated page schema is called. */
export type Page<T> = { items: T[]; total: number; capped: boolean; page: number; size: number };
