/** Between the profile of the server and the values of its form. */
import type { Schema } from "@/api/types";
import { parseWhole } from "@/lib/money";
import { plainRegistered } from "@/lib/typed";

/** Number and mobile are never read back: an empty input keeps what is known. */
export type ProfileValues = Omit<
  Schema<"ProfileIn">,
  "staff" | "rd_staff" | "insured_count" | "ip" | "innovation"
> & {
  staff?: string | null;
  rd_staff?: string | null;
  insured_count?: string | null;
  ip?: Partial<Record<keyof Schema<"IpCounts">, string | null>>;
  innovation?: Partial<Record<Counts, string | null> & Record<Amounts, number | null>>;
};

type Amounts = "tech_contracts" | "hightech_revenue" | "venture_capital";
type Counts = Exclude<keyof Schema<"Innovation">, Amounts>;
const COUNTS: readonly Counts[] = [
  "invention_applications",
  "master_staff",
  "graduates",
  "provincial_platforms",
  "provincial_awards",
  "provincial_projects",
];

const digits = (value: number | null | undefined) => (typeof value === "number" ? String(value) : null);

const text = (value: string | null | undefined) => value?.trim() || null;

const count = (value: string | null | undefined) => {
  return parseWhole(value ?? "", 7);
};

/** An emptied input of a row says nothing. */
const clean = <T extends object>(row: T): T =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value === "" ? null : value])) as T;

export function toValues(profile: Schema<"ProfileView">): ProfileValues {
  const { ip } = profile;
  return {
    org_type: profile.org_type,
    legal_person: profile.legal_person,
    legal_person_id: "",
    contact_name: profile.contact_name,
    mobile: "",
    email: profile.email,
    reg_capital: profile.reg_capital,
    paid_capital: profile.paid_capital,
    founded_on: profile.founded_on,
    district: profile.district,
    park: profile.park,
    address: profile.address,
    industry_section: profile.industry_section,
    industry_division: profile.industry_division,
    main_business: profile.main_business,
    staff: digits(profile.staff),
    rd_staff: digits(profile.rd_staff),
    revenue: profile.revenue,
    tax_grade: profile.tax_grade,
    titles: profile.titles,
    former_names: profile.former_names,
    reg_authority: profile.reg_authority,
    industry_class: profile.industry_class,
    size_override: profile.size_override,
    size_reason: profile.size_reason,
    insured_count: digits(profile.insured_count),
    ip: {
      inventions: digits(ip?.inventions),
      utility_models: digits(ip?.utility_models),
      software: digits(ip?.software),
      pct: digits(ip?.pct),
    },
    innovation: {
      tech_contracts: profile.innovation?.tech_contracts,
      hightech_revenue: profile.innovation?.hightech_revenue,
      venture_capital: profile.innovation?.venture_capital,
      ...Object.fromEntries(COUNTS.map((name) => [name, digits(profile.innovation?.[name])])),
    },
    existing_loans: profile.existing_loans,
    guarantees_given: profile.guarantees_given,
    overdue: profile.overdue,
    first_loan: profile.first_loan,
    listing_intent: profile.listing_intent,
    listing_stage: profile.listing_stage,
    risks: profile.risks,
    tags: profile.tags,
    brands: profile.brands,
    finance: (profile.finance ?? []).map(({ origins: _origins, ...figures }) => figures),
    attachments: profile.attachments,
  };
}

/** The newest of the years, if its revenue is known: the platform takes that for the revenue of last year. */
export function newestYear(years: ProfileValues["finance"]): { year: number; revenue: number } | null {
  const [newest] = [...(years ?? [])].filter((one) => one?.year).sort((a, b) => b.year - a.year);
  return typeof newest?.revenue === "number" ? { year: newest.year, revenue: newest.revenue } : null;
}

export function toProfileInput(values: ProfileValues): Schema<"ProfileIn"> {
  return {
    org_type: values.org_type ?? null,
    legal_person: text(values.legal_person),
    legal_person_id: text(plainRegistered(values.legal_person_id ?? "")),
    contact_name: text(values.contact_name),
    mobile: text(values.mobile),
    // Emptied on purpose is told apart from not known.
    email: values.email?.trim() ?? null,
    reg_capital: values.reg_capital ?? null,
    paid_capital: values.paid_capital ?? null,
    founded_on: text(values.founded_on),
    district: text(values.district),
    park: text(values.park),
    address: text(values.address),
    industry_section: values.industry_section ?? null,
    industry_division: values.industry_division ?? null,
    main_business: text(values.main_business),
    staff: count(values.staff),
    rd_staff: count(values.rd_staff),
    revenue: values.revenue ?? null,
    tax_grade: values.tax_grade ?? null,
    titles: values.titles ?? [],
    former_names: values.former_names ?? [],
    reg_authority: text(values.reg_authority),
    industry_class: text(values.industry_class),
    size_override: values.size_override ?? null,
    size_reason: values.size_override ? text(values.size_reason) : null,
    insured_count: count(values.insured_count),
    ip: {
      inventions: count(values.ip?.inventions),
      utility_models: count(values.ip?.utility_models),
      software: count(values.ip?.software),
      pct: count(values.ip?.pct),
    },
    innovation: {
      tech_contracts: values.innovation?.tech_contracts ?? null,
      hightech_revenue: values.innovation?.hightech_revenue ?? null,
      venture_capital: values.innovation?.venture_capital ?? null,
      invention_applications: count(values.innovation?.invention_applications),
      master_staff: count(values.innovation?.master_staff),
      graduates: count(values.innovation?.graduates),
      provincial_platforms: count(values.innovation?.provincial_platforms),
      provincial_awards: count(values.innovation?.provincial_awards),
      provincial_projects: count(values.innovation?.provincial_projects),
    },
    existing_loans: (values.existing_loans ?? []).map(clean),
    guarantees_given: values.guarantees_given ?? null,
    overdue: values.overdue ?? null,
    first_loan: values.first_loan ?? null,
    listing_intent: values.listing_intent ?? null,
    listing_stage: values.listing_stage ?? null,
    risks: (values.risks ?? []).map(clean),
    tags: values.tags ?? [],
    brands: values.brands ?? [],
    finance: (values.finance ?? []).map(clean),
    attachments: values.attachments ?? [],
  };
}

/** What may be kept in the browser: everything but the identity number and the mobile number. */
export const storable = (values: ProfileValues): ProfileValues => ({
  ...values,
  legal_person_id: "",
  mobile: "",
});
