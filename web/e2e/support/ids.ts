/** Ids of demo data by what they stand for: found once by the global setup, read by every test that visits pages. */
import { readFileSync, writeFileSync } from "node:fs";
import { type APIRequestContext, request } from "@playwright/test";
import { idsFile, type Login, sessionFile } from "./accounts";

export type Ids = Awaited<ReturnType<typeof findIds>>;

export const keepIds = (ids: Ids) => writeFileSync(idsFile(), JSON.stringify(ids));

export const keptIds = (): Ids => JSON.parse(readFileSync(idsFile(), "utf8"));

type Found = { id: string };

/** The only list entry that fits, or an error that says which one the demo data lack. */
async function find<T>(
  api: APIRequestContext,
  url: string,
  what: string,
  fits: (row: T) => boolean,
): Promise<T> {
  const answer = await api.get(`/api${url}`);
  const body: { items: T[] } = await answer.json();
  const row = body.items?.find(fits);
  if (!row) throw new Error(`${what} not found: GET ${url} answered ${answer.status()}`);
  return row;
}

async function as<T>(login: Login, baseURL: string, read: (api: APIRequestContext) => Promise<T>) {
  const api = await request.newContext({ baseURL, storageState: sessionFile(login) });
  const result = await read(api);
  await api.dispose();
  return result;
}

type Held = Found & { institution_name: string; may_renew: boolean };
/** One journey narrows and takes back the consent for its bank. */
const REVOKED = "嘉陵农村商业银行科技支行";
type Demand = Found & { state: string; live_orders: number };
type Order = Found & { state: string; kind: string; demand_id?: string };
type Market = Found & { mine: { order_id: string } | null; places_left: number };
type Organization = Found & { name: string };
type Product = Found & { name: string; version_state?: string };
type Complaint = Found & { kind: string; state: string; own: boolean };
type Policy = Found & { title: string; version_state: string };
type Application = Found & { title: string; state: string };
type Budget = { policy_id: string };
type Review = { subject_id: string; organization_name: string };

/** Asks the server for one of each kind, before any journey has changed something. */
export async function findIds(baseURL: string) {
  const enterprise = await as("qiye1", baseURL, async (api) => {
    const demands = "/enterprise/demands?size=100";
    const orders = "/enterprise/orders?size=100";
    const holding = "/enterprise/consents?holding=true&size=100";
    return {
      draft: (await find<Demand>(api, demands, "draft", (row) => row.state === "draft")).id,
      offers: (await find<Demand>(api, demands, "demand with three offers", (row) => row.live_orders === 3))
        .id,
      grabbed: (await find<Order>(api, orders, "new offer", (row) => row.state === "grabbed")).id,
      application: (await find<Order>(api, orders, "application", (row) => row.state === "applied")).id,
      offered: (await find<Order>(api, orders, "decision", (row) => row.state === "offered")).id,
      equityOrder: (await find<Order>(api, orders, "investment", (row) => row.kind === "equity")).id,
      consent: (await find<Held>(api, holding, "consent", (row) => row.institution_name !== REVOKED)).id,
      runningConsent: (
        await find<Held>(
          api,
          holding,
          "consent of a running order",
          (row) => row.may_renew && row.institution_name !== REVOKED,
        )
      ).id,
      complaint: (
        await find<Complaint>(api, "/complaints?size=100", "complaint", (row) => row.state === "closed")
      ).id,
      ratedOrder: (await find<Order>(api, orders, "finished order", (row) => row.state === "closed")).id,
      loan: (await find<Found>(api, "/enterprise/draws?state=running", "loan", () => true)).id,
      recordedLoan: (await find<Found>(api, "/enterprise/draws?state=recorded", "further draw", () => true))
        .id,
      secondCredit: (
        await find<Order>(
          api,
          "/enterprise/second-credits",
          "second credit",
          (row) => row.state === "requested",
        )
      ).id,
      jointCredit: (
        await find<Order>(api, "/enterprise/joint-credits", "joint credit", (row) => row.state === "inviting")
      ).id,
      correctedApplication: (
        await find<Application>(
          api,
          "/enterprise/applications?state=correction",
          "application to correct",
          () => true,
        )
      ).id,
      draftApplication: (
        await find<Application>(
          api,
          "/enterprise/applications?state=draft",
          "draft of an application",
          () => true,
        )
      ).id,
      paidOwnApplication: (
        await find<Application>(api, "/enterprise/applications?state=paid", "paid application", () => true)
      ).id,
    };
  });
  const failed = await as("qiye2", baseURL, (api) =>
    find<Demand>(
      api,
      "/enterprise/demands?size=100",
      "failed application",
      (row) => row.state === "closed_unmatched",
    ),
  );
  const bank = await as("jigou1", baseURL, async (api) => {
    const market = "/market/demands?kind=debt&size=100";
    const orders = "/institution/orders?size=100";
    const products = "/institution/products?size=100";
    const shelved = await find<Product>(
      api,
      `/products?kind=debt&size=100&q=${encodeURIComponent("渝州科创信用贷")}`,
      "product on the shelf",
      (row) => row.name === "渝州科创信用贷",
    );
    const other = await find<Product>(
      api,
      `/products?kind=debt&size=100&q=${encodeURIComponent("嘉陵科创信用贷")}`,
      "another product",
      (row) => row.name === "嘉陵科创信用贷",
    );
    return {
      shelfProduct: shelved.id,
      otherProduct: other.id,
      shelfFund: (await find<Product>(api, "/products?kind=equity", "fund", () => true)).id,
      ownProduct: (
        await find<Product>(api, products, "returned product", (row) => row.version_state === "returned")
      ).id,
      renewedProduct: (
        await find<Product>(api, products, "new version", (row) => row.version_state === "reviewing")
      ).id,
      bankComplaint: (
        await find<Complaint>(api, "/complaints?size=100", "complaint about the bank", (row) => !row.own)
      ).id,
      openBankComplaint: (
        await find<Complaint>(
          api,
          "/complaints?size=100",
          "open complaint about the bank",
          (row) => !row.own && row.state === "open",
        )
      ).id,
      bankApplication: (await find<Order>(api, orders, "application", (row) => row.state === "applied")).id,
      marketDemand: (
        await find<Market>(api, market, "open demand", (row) => !row.mine && row.places_left > 0)
      ).id,
      ownMarketDemand: (await find<Market>(api, market, "grabbed demand", (row) => row.mine !== null)).id,
      bankLoan: (await find<Found>(api, "/institution/draws?state=running", "loan of the bank", () => true))
        .id,
      bankOrder: (await find<Order>(api, orders, "decision", (row) => row.state === "offered")).id,
      grabbedBankOrder: (await find<Order>(api, orders, "new offer", (row) => row.state === "grabbed")).id,
    };
  });
  const branch = await as("jigou1b", baseURL, (api) =>
    find<Order>(api, "/institution/orders", "order of the branch", (row) => row.state === "due_diligence"),
  );
  const fund = await as("jijin7", baseURL, async (api) => ({
    equityDemand: (
      await find<Market>(api, "/market/demands?kind=equity", "equity demand", (row) => row.mine === null)
    ).id,
    fundOrder: (await find<Order>(api, "/institution/orders", "investment", (row) => row.state === "closed"))
      .id,
  }));
  const government = await as("zhengfu1", baseURL, async (api) => {
    const renewed = await find<Policy>(
      api,
      `/policies?q=${encodeURIComponent("研发费用补助")}`,
      "item in its second version",
      (row) => row.title === "企业研发费用补助",
    );
    const own = "/government/policies?size=100";
    const reviewed = await find<Application & { enterprise_id: string }>(
      api,
      "/government/applications?size=100",
      "application under review",
      (row) => row.state === "first_review",
    );
    return {
      policy: renewed.id,
      draftPolicy: (
        await find<Policy>(api, own, "item being written", (row) => row.version_state === "draft")
      ).id,
      checkingPolicy: (await find<Policy>(api, "/government/policies/checks", "item to check", () => true))
        .id,
      reviewedApplication: reviewed.id,
      reviewedFirm: reviewed.enterprise_id,
      paidApplication: (
        await find<Application>(
          api,
          "/government/applications?view=all&state=paid",
          "paid application of the department",
          () => true,
        )
      ).id,
      policyBudget: (await find<Budget & Found>(api, "/government/budgets", "budget", () => true)).policy_id,
      paymentBatch: (await find<Found>(api, "/government/payments", "list of payments", () => true)).id,
      forecast: (await find<Found>(api, "/forecasts", "forecast", () => true)).id,
      ownForecast: (
        await find<Found & { state: string }>(
          api,
          "/government/forecasts",
          "forecast of the department",
          (row) => row.state === "published",
        )
      ).id,
      ownAdjustment: (await find<Found>(api, "/government/adjustments", "notice of change", () => true)).id,
      automaticList: (await find<Found>(api, "/government/automatic", "list of 免申即享", () => true)).id,
      consultation: (
        await find<Found>(api, "/government/consultations?view=all", "what others ask", () => true)
      ).id,
      supplyDemand: (
        await find<Found & { disbursed_amount: number }>(
          api,
          "/government/supply/demands?paid=true",
          "demand that led to a loan",
          (row) => row.disbursed_amount > 0,
        )
      ).id,
    };
  });
  const operator = await as("yunying1", baseURL, async (api) => {
    const organizations = "/operator/organizations?size=100&q=";
    const one = (name: string) =>
      find<Organization>(api, organizations + encodeURIComponent(name), name, (row) => row.name === name);
    const demand = await find<Review>(api, "/operator/reviews?state=waiting&kind=demand", "review", (row) =>
      row.organization_name.includes("巴渝精密"),
    );
    const waiting = "/operator/reviews?state=waiting&kind=certification";
    const certification = await find<Review>(api, waiting, "application to be certified", () => true);
    const product = await find<Review>(
      api,
      "/operator/reviews?state=waiting&kind=product",
      "product",
      () => true,
    );
    const complaints = "/operator/complaints?size=100";
    const open = await find<Complaint>(api, complaints, "new complaint", (row) => row.state === "open");
    const dispute = await find<Complaint>(api, complaints, "dispute", (row) => row.kind === "disbursement");
    const seconds = "/operator/reviews?state=waiting&kind=second_credit";
    const second = await find<Review>(api, seconds, "second credit to review", () => true);
    const account = await find<Found & { login: string }>(
      api,
      "/operator/accounts?q=jigou1b",
      "account of a branch",
      (row) => row.login === "jigou1b",
    );
    const appeals = "/operator/reviews?kind=rating_appeal";
    const appeal = await find<Review>(api, appeals, "appeal against a rating", () => true);
    const taken = await find<Found & { state: string }>(
      api,
      "/operator/adjustments?waiting=true",
      "notice of change in hand",
      (row) => row.state === "taken",
    );
    return {
      takenAdjustment: taken.id,
      account: account.id,
      deskComplaint: open.id,
      dispute: dispute.id,
      waitingProduct: product.subject_id,
      secondReview: second.subject_id,
      ratingAppeal: appeal.subject_id,
      waitingCertification: certification.subject_id,
      certifiedInstitution: (await one("渝州银行高新支行")).id,
      waitingOrganization: (await one("重庆启明光电材料有限公司")).id,
      activeInstitution: (await one("山城小额贷款有限公司")).id,
      waitingDemand: demand.subject_id,
    };
  });
  return {
    failedApplication: failed.id,
    branchOrder: branch.id,
    ...enterprise,
    ...bank,
    ...fund,
    ...government,
    ...operator,
  };
}
