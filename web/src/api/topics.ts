/** What changes together: which queries show what belongs to a topic, for the server's news and for the own writes. */

/** First part of every query key. */
export type Root =
  | "account"
  | "account-link"
  | "accounts"
  | "adjustments"
  | "agreements"
  | "applications"
  | "audit"
  | "calendar"
  | "callbacks"
  | "certifications"
  | "complaints"
  | "consents"
  | "demands"
  | "demo"
  | "draws"
  | "files"
  | "forecasts"
  | "industries"
  | "jobs"
  | "joint-credits"
  | "loan-costs"
  | "lpr"
  | "market"
  | "matching"
  | "messages"
  | "orders"
  | "organizations"
  | "parameters"
  | "points"
  | "policies"
  | "products"
  | "profile"
  | "registration"
  | "reviews"
  | "score"
  | "score-weights"
  | "second-credits"
  | "session"
  | "settings"
  | "shelf"
  | "standards"
  | "stats"
  | "suggestion"
  | "team"
  | "verification";

const SHOWN_BY = {
  account_admin: ["accounts", "account"],
  accounts: ["account", "session"],
  adjustments: ["adjustments", "messages"],
  applications: ["applications", "messages"],
  callbacks: ["callbacks", "points"],
  certifications: ["certifications", "session", "reviews", "organizations"],
  complaints: ["complaints", "orders", "messages"],
  consents: ["consents", "orders", "complaints"],
  consultations: ["applications", "messages"],
  demands: ["demands", "orders", "matching", "points", "reviews", "messages"],
  forecasts: ["forecasts", "messages"],
  jobs: ["jobs"],
  joint_credits: ["joint-credits", "orders", "demands", "consents", "messages"],
  joint_members: ["joint-credits"],
  lpr: ["lpr", "products", "shelf"],
  market: ["market", "matching", "joint-credits"],
  matching: ["matching", "demands", "orders", "messages"],
  messages: ["messages"],
  orders: [
    "orders",
    "draws",
    "joint-credits",
    "demands",
    "consents",
    "market",
    "matching",
    "points",
    "reviews",
    "messages",
  ],
  organizations: ["organizations", "session", "certifications", "reviews", "accounts"],
  points: ["points"],
  policies: ["policies", "forecasts", "adjustments", "messages"],
  products: ["products", "shelf", "matching", "points", "reviews"],
  profile: ["profile", "score", "matching", "policies", "applications", "verification"],
  ratings: ["orders", "points", "reviews", "messages"],
  registration: ["registration", "session"],
  reviews: ["reviews", "complaints", "accounts"],
  second_credits: ["second-credits", "orders", "draws", "demands", "consents", "reviews", "messages"],
  servicing: ["draws", "orders", "demands", "messages"],
  // Colleagues are named in orders and their workload too.
  team: ["team", "orders"],
} as const satisfies Record<string, readonly Root[]>;

export type Topic = keyof typeof SHOWN_BY;

const isTopic = (name: string): name is Topic => Object.hasOwn(SHOWN_BY, name);

/** Roots of the queries that are stale when these topics have changed; all of them when one is unknown. */
export function staleRoots(topics: readonly string[]): readonly Root[] | "all" {
  if (!topics.every(isTopic)) return "all";
  return [...new Set<Root>(topics.flatMap((topic) => SHOWN_BY[topic]))];
}
