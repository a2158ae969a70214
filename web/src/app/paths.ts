/** The single place for web paths: messages from the server link to these, so they stay as in the API contract. */
import type { Schema } from "@/api/types";

const at = (base: string) => (id: string) => `${base}/${encodeURIComponent(id)}`;

export const paths = {
  home: "/",
  login: "/login",
  /** A forgotten password. */
  forgot: "/forgot",
  register: "/register",
  registerEnterprise: "/register/enterprise",
  registerInstitution: "/register/institution",
  registerAgency: "/register/agency",
  products: "/products",
  equity: "/equity",
  product: at("/products"),
  compare: (ids: readonly string[]) => `/products/compare?ids=${ids.map(encodeURIComponent).join(",")}`,
  institutionCard: at("/institutions"),
  policies: "/policies",
  /** 政策匹配. */
  policyMatch: "/policies/match",
  /** 政策预告. */
  forecasts: "/policies/forecasts",
  forecast: at("/policies/forecasts"),
  /** 公示名单. */
  publicity: "/publicity",
  policy: at("/policies"),
  policyVersion: (id: string, number: number) => `${at("/policies")(id)}/versions/${number}`,
  agreement: (kind: Schema<"AgreementKind">) => `/agreements/${kind}`,
  accessibility: "/accessibility",
  help: "/help",
  /** 测一测能贷多少. */
  estimate: "/estimate",
  registration: "/registration",
  /** Where a one-time password is exchanged for the own one. */
  password: "/password",
  agreements: "/agreements",
  /** A link that works once; its token stands behind `#`. */
  accountLink: "/account-link",
  enterprise: {
    home: "/enterprise",
    profile: "/enterprise/profile",
    panorama: "/enterprise/profile/panorama",
    score: "/enterprise/score",
    policies: "/enterprise/policies",
    verification: "/enterprise/verification",
    apply: at("/enterprise/apply"),
    automatic: "/enterprise/automatic",
    forecasts: "/enterprise/forecasts",
    applications: "/enterprise/applications",
    application: at("/enterprise/applications"),
    editApplication: (id: string) => `${at("/enterprise/applications")(id)}/edit`,
    applyPolicy: at("/enterprise/apply-policy"),
    demands: "/enterprise/demands",
    newDemand: "/enterprise/demands/new",
    demand: at("/enterprise/demands"),
    editDemand: (id: string) => `${at("/enterprise/demands")(id)}/edit`,
    orders: "/enterprise/orders",
    order: at("/enterprise/orders"),
    loans: "/enterprise/loans",
    loan: at("/enterprise/loans"),
    jointCredits: "/enterprise/joint-credits",
    jointCredit: at("/enterprise/joint-credits"),
    secondCredits: "/enterprise/second-credits",
    secondCredit: at("/enterprise/second-credits"),
    consents: "/enterprise/consents",
    consent: at("/enterprise/consents"),
    complaints: "/enterprise/complaints",
    newComplaint: "/enterprise/complaints/new",
    complaint: at("/enterprise/complaints"),
    points: "/enterprise/points",
    team: "/enterprise/team",
    messages: "/enterprise/messages",
    security: "/enterprise/security",
  },
  institution: {
    home: "/institution",
    market: "/institution/market",
    demand: at("/institution/market"),
    orders: "/institution/orders",
    order: at("/institution/orders"),
    /** 企业全景 of the firm of an order. */
    firm: at("/institution/firms"),
    loans: "/institution/loans",
    loan: at("/institution/loans"),
    jointCredits: "/institution/joint-credits",
    jointCredit: at("/institution/joint-credits"),
    secondCredits: "/institution/second-credits",
    secondCredit: at("/institution/second-credits"),
    products: "/institution/products",
    newProduct: "/institution/products/new",
    product: at("/institution/products"),
    editProduct: (id: string) => `${at("/institution/products")(id)}/edit`,
    complaints: "/institution/complaints",
    newComplaint: "/institution/complaints/new",
    complaint: at("/institution/complaints"),
    points: "/institution/points",
    card: "/institution/card",
    team: "/institution/team",
    messages: "/institution/messages",
    security: "/institution/security",
  },
  operator: {
    home: "/operator",
    organizations: "/operator/organizations",
    organization: at("/operator/organizations"),
    /** 企业全景. */
    firm: at("/operator/firms"),
    accounts: "/operator/accounts",
    account: at("/operator/accounts"),
    certification: at("/operator/certifications"),
    demand: at("/operator/demands"),
    ratingAppeal: at("/operator/rating-appeals"),
    secondCredit: at("/operator/second-credits"),
    unanswered: "/operator/unanswered",
    overdue: "/operator/overdue",
    loans: "/operator/loans",
    policyStatistics: "/operator/policy-statistics",
    callbacks: "/operator/callbacks",
    products: "/operator/products",
    product: at("/operator/products"),
    adjustments: "/operator/adjustments",
    adjustment: at("/operator/adjustments"),
    complaints: "/operator/complaints",
    complaint: at("/operator/complaints"),
    points: "/operator/points",
    organizationPoints: at("/operator/points"),
    audit: "/operator/audit",
    jobs: "/operator/jobs",
    parameters: "/operator/parameters",
    calendar: "/operator/calendar",
    lpr: "/operator/lpr",
    standards: "/operator/standards",
    agreements: "/operator/agreements",
    scoreWeights: "/operator/score-weights",
    matching: "/operator/matching",
    messages: "/operator/messages",
    security: "/operator/security",
  },
  government: {
    home: "/government",
    complaints: "/government/complaints",
    newIncident: "/government/complaints/new",
    complaint: at("/government/complaints"),
    assessment: "/government/assessment",
    segments: "/government/segments",
    audit: "/government/audit",
    unmatched: "/government/unmatched",
    supply: "/government/supply",
    supplyDemand: at("/government/supply"),
    firm: at("/government/firms"),
    overdue: "/government/overdue",
    loans: "/government/loans",
    policies: "/government/policies",
    policyStatistics: "/government/policy-statistics",
    newPolicy: "/government/policies/new",
    policy: at("/government/policies"),
    editPolicy: (id: string) => `${at("/government/policies")(id)}/edit`,
    forecasts: "/government/forecasts",
    newForecast: "/government/forecasts/new",
    forecast: at("/government/forecasts"),
    editForecast: (id: string) => `${at("/government/forecasts")(id)}/edit`,
    adjustments: "/government/adjustments",
    newAdjustment: "/government/adjustments/new",
    adjustmentAgain: (id: string) => `/government/adjustments/new?from=${encodeURIComponent(id)}`,
    adjustment: at("/government/adjustments"),
    applications: "/government/applications",
    application: at("/government/applications"),
    budgets: "/government/budgets",
    budget: at("/government/budgets"),
    automatic: "/government/automatic",
    automaticList: at("/government/automatic"),
    payments: "/government/payments",
    payment: at("/government/payments"),
    team: "/government/team",
    messages: "/government/messages",
    security: "/government/security",
  },
  agency: {
    home: "/agency",
    card: "/agency/card",
    points: "/agency/points",
    team: "/agency/team",
    messages: "/agency/messages",
    security: "/agency/security",
  },
} as const;

/** A new complaint of one kind about one order. */
export const complaintAbout = (page: string, kind: string, order: string) =>
  `${page}?kind=${kind}&order=${encodeURIComponent(order)}`;

const CENTRE: Record<Schema<"Role">, string> = {
  enterprise: paths.enterprise.home,
  institution: paths.institution.home,
  government: paths.government.home,
  supervisor: paths.government.home,
  agency: paths.agency.home,
  operator: paths.operator.home,
};

/** Where an account lands: its centre; before that its own password, and the registration while the organisation is not active. */
export function homeOf(me: {
  role: Schema<"Role">;
  password_due?: boolean;
  agreements_due?: readonly string[];
  organization: { state: string };
}): string {
  if (me.password_due) return paths.password;
  if (me.agreements_due && me.agreements_due.length > 0) return paths.agreements;
  return me.organization.state === "active" ? CENTRE[me.role] : paths.registration;
}

/** Only paths of this site, never another host, so that a crafted link cannot lead away after the login. */
export function safeNext(next: string | null): string | null {
  const here = next && /^\/(?![/\\])/.test(next) && !next.startsWith(paths.login) ? next : null;
  // Nor the page that asks for the way on.
  return here?.split(/[?#]/)[0] === paths.agreements ? null : here;
}

const withNext = (page: string) => (next: string) => `${page}?next=${encodeURIComponent(next)}`;

export const loginWithNext = withNext(paths.login);
export const agreementsWithNext = withNext(paths.agreements);
