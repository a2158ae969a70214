/** API types in the shape openapi-typescript writes; hand-written from the contract until ../openapi.json exists (`npm run generate`). */

type Answer<C> = { headers: { [name: string]: unknown }; content: C };
type Failure = Answer<{ "application/problem+json": components["schemas"]["Problem"] }>;
type Ok<S extends number, R> = { [K in S]: Answer<{ "application/json": R }> } & { default: Failure };
type Empty = { 204: { headers: { [name: string]: unknown }; content?: never }; default: Failure };
type Params<P, Q> = { query?: Q; header?: { "Idempotency-Key"?: string }; path: P; cookie?: never };
type NoPath = { query?: never; header?: { "Idempotency-Key"?: string }; path?: never; cookie?: never };
type Get<R, P = undefined, Q = never> = {
  parameters: P extends undefined
    ? { query?: Q; header?: never; path?: never; cookie?: never }
    : { query?: Q; header?: never; path: P; cookie?: never };
  requestBody?: never;
  responses: Ok<200, R>;
};
type Send<B, A, P = undefined> = {
  parameters: P extends undefined ? NoPath : Params<P, never>;
  requestBody: { content: { "application/json": B } };
  responses: A;
};
type Call<A, P = undefined> = {
  parameters: P extends undefined ? NoPath : Params<P, never>;
  requestBody?: never;
  responses: A;
};
type ById = { id: string };
type Paging = { page?: number; size?: number; sort?: string };
type S = components["schemas"];

export interface paths {
  "/api/session": {
    get: Get<S["SessionView"]>;
    post: Send<S["LoginIn"], Ok<200, S["SessionView"]>>;
    delete: Call<Empty>;
  };
  "/api/demo/accounts": { get: Get<S["DemoAccount"][]> };
  "/api/account/password": { post: Send<S["PasswordIn"], Empty> };
  "/api/account/sessions": { get: Get<S["AccountSession"][]> };
  "/api/account/sessions/{id}": { delete: Call<Empty, ById> };
  "/api/agreements/{kind}": { get: Get<S["AgreementView"], { kind: S["AgreementKind"] }> };
  "/api/registrations": { post: Send<S["RegistrationIn"], Ok<201, S["RegistrationView"]>> };
  "/api/registration": {
    get: Get<S["RegistrationView"]>;
    put: Send<S["CorrectionIn"], Ok<200, S["RegistrationView"]>>;
  };
  "/api/operator/reviews": {
    get: Get<S["PageReviewItem"], undefined, Paging & { state?: S["ReviewState"]; kind?: S["ReviewKind"] }>;
  };
  "/api/operator/reviews/counts": { get: Get<S["ReviewCounts"]> };
  "/api/operator/organizations": {
    get: Get<
      S["PageOrganizationView"],
      undefined,
      Paging & { kind?: S["OrgKind"]; state?: S["OrgState"]; certified?: boolean; q?: string }
    >;
  };
  "/api/operator/organizations/{id}": { get: Get<S["OrganizationDetail"], ById> };
  "/api/operator/organizations/{id}/approve": {
    post: Send<S["DecideIn"], Ok<200, S["OrganizationDetail"]>, ById>;
  };
  "/api/operator/organizations/{id}/return": {
    post: Send<S["ReturnIn"], Ok<200, S["OrganizationDetail"]>, ById>;
  };
  "/api/operator/organizations/{id}/refuse": {
    post: Send<S["RefuseIn"], Ok<200, S["OrganizationDetail"]>, ById>;
  };
  "/api/operator/organizations/{id}/certify": {
    post: Send<S["CertifyIn"], Ok<200, S["OrganizationDetail"]>, ById>;
  };
  "/api/operator/demands/{id}": { get: Get<S["OperatorDemandView"], ById> };
  "/api/operator/demands/{id}/approve": {
    post: Send<S["DemandApproveIn"], Ok<200, S["OperatorDemandView"]>, ById>;
  };
  "/api/operator/demands/{id}/return": { post: Send<S["ReturnIn"], Ok<200, S["OperatorDemandView"]>, ById> };
  "/api/operator/demands/{id}/refuse": { post: Send<S["RefuseIn"], Ok<200, S["OperatorDemandView"]>, ById> };
  "/api/operator/audit": {
    get: Get<
      S["PageAuditView"],
      undefined,
      Paging & { action?: string; account?: string; result?: S["AuditResult"]; from?: string; to?: string }
    >;
  };
  "/api/operator/jobs": { get: Get<S["PageJobView"], undefined, Paging> };
  "/api/operator/jobs/{id}/retry": { post: Call<Empty, ById> };
  "/api/enterprise/profile": {
    get: Get<S["ProfileView"]>;
    put: Send<S["ProfileIn"], Ok<200, S["ProfileView"]>>;
  };
  "/api/enterprise/demands": {
    get: Get<S["PageDemandView"], undefined, Paging & { state?: S["DemandState"] }>;
    post: Send<S["DemandIn"], Ok<201, S["DemandView"]>>;
  };
  "/api/enterprise/demands/{id}": {
    get: Get<S["DemandView"], ById>;
    put: Send<S["DemandPatch"], Ok<200, S["DemandView"]>, ById>;
  };
  "/api/enterprise/demands/{id}/submit": { post: Send<S["SubmitIn"], Ok<200, S["DemandView"]>, ById> };
  "/api/enterprise/demands/{id}/withdraw": { post: Send<S["WithdrawIn"], Ok<200, S["DemandView"]>, ById> };
  "/api/enterprise/demands/{id}/complete": { post: Send<S["CompleteIn"], Ok<200, S["DemandView"]>, ById> };
  "/api/enterprise/demands/{id}/orders": { get: Get<S["EnterpriseOrderView"][], ById> };
  "/api/enterprise/orders": {
    get: Get<S["PageEnterpriseOrderView"], undefined, Paging & { state?: S["OrderState"]; live?: boolean }>;
  };
  "/api/enterprise/orders/{id}": { get: Get<S["EnterpriseOrderView"], ById> };
  "/api/enterprise/orders/{id}/confirm": {
    post: Send<S["ConfirmIn"], Ok<200, S["EnterpriseOrderView"]>, ById>;
  };
  "/api/enterprise/orders/{id}/decline": {
    post: Send<S["ReasonIn"], Ok<200, S["EnterpriseOrderView"]>, ById>;
  };
  "/api/enterprise/orders/{id}/withdraw": {
    post: Send<S["ReasonIn"], Ok<200, S["EnterpriseOrderView"]>, ById>;
  };
  "/api/enterprise/orders/{id}/accept": {
    post: Send<S["AcceptIn"], Ok<200, S["EnterpriseOrderView"]>, ById>;
  };
  "/api/enterprise/orders/{id}/decline-offer": {
    post: Send<S["ReasonIn"], Ok<200, S["EnterpriseOrderView"]>, ById>;
  };
  "/api/enterprise/orders/{id}/confirm-disbursement": {
    post: Send<S["DecideIn"], Ok<200, S["EnterpriseOrderView"]>, ById>;
  };
  "/api/enterprise/consents": { get: Get<S["PageConsentView"], undefined, Paging> };
  "/api/enterprise/consents/{id}/accesses": { get: Get<S["PageAccessView"], ById, Paging> };
  "/api/enterprise/consents/{id}/revoke": { post: Send<S["RevokeIn"], Ok<200, S["ConsentView"]>, ById> };
  "/api/market/overview": { get: Get<S["MarketOverview"]> };
  "/api/market/demands": {
    get: Get<
      S["PageMarketDemand"],
      undefined,
      Paging & {
        section?: S["IndustrySection"];
        use_kind?: S["UseKind"];
        guarantee?: S["Guarantee"];
        amount_min?: number;
        amount_max?: number;
        term_min?: number;
        term_max?: number;
        first_loan?: boolean;
      }
    >;
  };
  "/api/market/demands/{id}": { get: Get<S["MarketDemand"], ById> };
  "/api/market/demands/{id}/grab": { post: Send<S["OfferIn"], Ok<201, S["InstitutionOrderView"]>, ById> };
  "/api/institution/orders": {
    get: Get<S["PageInstitutionOrderView"], undefined, Paging & { state?: S["OrderState"]; live?: boolean }>;
  };
  "/api/institution/orders/{id}": { get: Get<S["InstitutionOrderView"], ById> };
  "/api/institution/orders/{id}/reveal-mobile": {
    post: Send<S["RevealIn"], Ok<200, S["RevealedMobile"]>, ById>;
  };
  "/api/institution/orders/{id}/contact": {
    post: Send<S["ContactIn"], Ok<200, S["InstitutionOrderView"]>, ById>;
  };
  "/api/institution/orders/{id}/start-review": {
    post: Send<S["DecideIn"], Ok<200, S["InstitutionOrderView"]>, ById>;
  };
  "/api/institution/orders/{id}/approve": {
    post: Send<S["DecisionIn"], Ok<200, S["InstitutionOrderView"]>, ById>;
  };
  "/api/institution/orders/{id}/refuse": {
    post: Send<S["OrderRefuseIn"], Ok<200, S["InstitutionOrderView"]>, ById>;
  };
  "/api/institution/orders/{id}/disburse": {
    post: Send<S["DisbursementIn"], Ok<200, S["InstitutionOrderView"]>, ById>;
  };
  "/api/institution/orders/{id}/retract": {
    post: Send<S["ReasonIn"], Ok<200, S["InstitutionOrderView"]>, ById>;
  };
  "/api/messages": { get: Get<S["PageMessageView"], undefined, Paging & { unread?: boolean }> };
  "/api/messages/unread-count": { get: Get<S["UnreadCount"]> };
  "/api/messages/{id}/read": { post: Call<Empty, ById> };
  "/api/messages/read-all": { post: Call<Empty> };
}

export interface components {
  schemas: {
    Role: "enterprise" | "institution" | "government" | "agency" | "operator" | "supervisor";
    OrgKind: "enterprise" | "institution" | "department" | "agency" | "operator";
    OrgState: "reviewing" | "returned" | "active" | "refused";
    InstitutionType:
      | "bank"
      | "equity_fund"
      | "guarantor"
      | "micro_loan"
      | "leasing"
      | "factoring"
      | "insurer"
      | "government_fund";
    OrgType: "limited" | "joint_stock" | "sole_proprietor" | "partnership" | "individual" | "other";
    TaxGrade: "a" | "b" | "m" | "c" | "d";
    Title:
      | "high_tech"
      | "tech_sme"
      | "srdi"
      | "little_giant"
      | "champion"
      | "gazelle"
      | "unicorn"
      | "incubated"
      | "above_scale";
    DemandState:
      | "draft"
      | "reviewing"
      | "returned"
      | "refused"
      | "open"
      | "negotiating"
      | "agreed"
      | "fulfilled"
      | "partially_fulfilled"
      | "withdrawn";
    OrderState:
      | "grabbed"
      | "contacting"
      | "due_diligence"
      | "credit_review"
      | "offered"
      | "contracting"
      | "disbursed"
      | "closed"
      | "refused"
      | "declined_by_ent"
      | "declined_offer"
      | "withdrawn"
      | "lost";
    UseKind:
      | "working_capital"
      | "equipment"
      | "rnd"
      | "expansion"
      | "property"
      | "supply_chain"
      | "refinancing"
      | "other";
    Guarantee: "credit" | "mortgage" | "pledge" | "guarantor" | "guarantee_company" | "insurance" | "combined";
    Repayment: "equal_installment" | "equal_principal" | "interest_first" | "bullet" | "revolving" | "quarterly";
    RefusalCode:
      | "r01"
      | "r02"
      | "r03"
      | "r04"
      | "r05"
      | "r06"
      | "r07"
      | "r08"
      | "r09"
      | "r10"
      | "r11"
      | "r12"
      | "r13"
      | "r14"
      | "r15";
    ReviewKind: "organization" | "demand";
    ReviewState: "waiting" | "approved" | "returned" | "refused" | "withdrawn";
    AgreementKind: "enterprise" | "institution" | "agency" | "government" | "operator" | "data_authorization";
    AmountBand: "up_to_100" | "to_500" | "to_1000" | "to_3000" | "above_3000";
    TermBand: "up_to_6" | "to_12" | "to_36" | "to_60" | "above_60";
    YearsBand: "under_1" | "to_3" | "to_5" | "to_10" | "above_10";
    StaffBand: "up_to_10" | "to_50" | "to_100" | "to_300" | "above_300";
    RevenueBand: "up_to_500" | "to_2000" | "to_5000" | "to_40000" | "above_40000";
    ContactMethod: "phone" | "visit" | "video" | "wechat" | "email" | "other";
    IndustrySection:
      | "a"
      | "b"
      | "c"
      | "d"
      | "e"
      | "f"
      | "g"
      | "h"
      | "i"
      | "j"
      | "k"
      | "l"
      | "m"
      | "n"
      | "o"
      | "p"
      | "q"
      | "r"
      | "s"
      | "t";
    ConsentScope: "identity" | "contact" | "business" | "finance";
    RegistrationKind: "enterprise" | "institution";
    TimelineSide: "enterprise" | "institution" | "platform" | "system" | "government";
    AuditResult: "ok" | "denied" | "failed";
    DemandActionKind: "edit" | "submit" | "withdraw" | "complete";

    Problem: {
      type: string;
      title: string;
      status: number;
      code: string;
      detail: string;
      request_id: string;
      errors?: S["FieldError"][] | null;
    };
    FieldError: { field: string; message: string };
    Defect: { field: string; message: string };
    TimelineItem: {
      at: string;
      kind: string;
      side: S["TimelineSide"];
      actor?: string | null;
      text: string;
      reason?: string | null;
    };

    SessionView: { me?: S["Me"] | null; demo: boolean };
    LoginIn: { login: string; password: string; totp?: string | null };
    Me: {
      account_id: string;
      account_no: string;
      name: string;
      login: string;
      role: S["Role"];
      primary: boolean;
      permissions: string[];
      organization: S["MyOrganization"];
      last_login_at?: string | null;
    };
    MyOrganization: { id: string; name: string; kind: S["OrgKind"]; state: S["OrgState"]; certified: boolean };
    DemoAccount: {
      role: S["Role"];
      login: string;
      password: string;
      name: string;
      organization: string;
      totp?: string | null;
    };
    PasswordIn: { current: string; new: string };
    AccountSession: {
      id: string;
      created_at: string;
      seen_at: string;
      address: string;
      agent: string;
      current: boolean;
    };
    AgreementView: {
      kind: S["AgreementKind"];
      version: number;
      title: string;
      body: string;
      hash: string;
      effective_at: string;
    };
    RegistrationIn: {
      kind: S["RegistrationKind"];
      name: string;
      uscc: string;
      institution_type?: S["InstitutionType"] | null;
      contact_name: string;
      mobile: string;
      email?: string | null;
      login: string;
      password: string;
      agreement_version: number;
    };
    RegistrationView: {
      id: string;
      kind: S["OrgKind"];
      name: string;
      uscc: string;
      institution_type?: S["InstitutionType"] | null;
      contact_name: string;
      mobile_masked: string;
      email?: string | null;
      state: S["OrgState"];
      version: number;
      round: number;
      defects: S["Defect"][];
      refusal?: string | null;
      submitted_at: string;
      decided_at?: string | null;
      timeline: S["TimelineItem"][];
    };
    CorrectionIn: {
      version: number;
      name: string;
      uscc: string;
      institution_type?: S["InstitutionType"] | null;
      contact_name: string;
      mobile?: string | null;
      email?: string | null;
    };

    ReviewItem: {
      id: string;
      kind: S["ReviewKind"];
      subject_id: string;
      title: string;
      organization_name: string;
      round: number;
      state: S["ReviewState"];
      submitted_at: string;
      decided_at?: string | null;
      decided_by?: string | null;
    };
    ReviewCounts: { organization: number; demand: number };
    OrganizationView: {
      id: string;
      kind: S["OrgKind"];
      name: string;
      uscc: string;
      institution_type?: S["InstitutionType"] | null;
      state: S["OrgState"];
      certified: boolean;
      contact_name: string;
      mobile_masked: string;
      email?: string | null;
      created_at: string;
      version: number;
    };
    OrganizationDetail: {
      organization: S["OrganizationView"];
      round: number;
      defects: S["Defect"][];
      refusal?: string | null;
      submitted_at: string;
      decided_at?: string | null;
      timeline: S["TimelineItem"][];
    };
    DecideIn: { version: number };
    ReturnIn: { version: number; defects: S["Defect"][] };
    RefuseIn: { version: number; reason: string };
    CertifyIn: { version: number; certified: boolean; reason?: string | null };
    DemandApproveIn: { version: number; public_text: string };
    OperatorDemandView: {
      demand: S["DemandView"];
      enterprise: S["EnterpriseSummary"];
      timeline: S["TimelineItem"][];
    };
    EnterpriseSummary: {
      id: string;
      name: string;
      uscc: string;
      completeness: number;
      contact_name: string;
      mobile_masked: string;
      email?: string | null;
      legal_person?: string | null;
      org_type?: S["OrgType"] | null;
      founded_on?: string | null;
      district?: string | null;
      park?: string | null;
      address?: string | null;
      industry_section?: S["IndustrySection"] | null;
      industry_division?: string | null;
      main_business?: string | null;
      staff?: number | null;
      rd_staff?: number | null;
      reg_capital?: number | null;
      revenue?: number | null;
      tax_grade?: S["TaxGrade"] | null;
      titles: S["Title"][];
    };
    AuditView: {
      id: string;
      at: string;
      account_no?: string | null;
      account_name?: string | null;
      organization_name?: string | null;
      role?: S["Role"] | null;
      action: string;
      subject?: string | null;
      result: S["AuditResult"];
      address: string;
      request_id: string;
      detail?: string | null;
    };
    JobView: {
      id: string;
      reaction: string;
      fact_kind: string;
      subject: string;
      attempts: number;
      parked: boolean;
      run_at: string;
      last_error?: string | null;
    };

    ProfileView: {
      version: number;
      name: string;
      uscc: string;
      completeness: number;
      missing: string[];
      updated_at: string;
      org_type?: S["OrgType"] | null;
      legal_person?: string | null;
      legal_person_id_masked?: string | null;
      contact_name: string;
      mobile_masked: string;
      email?: string | null;
      reg_capital?: number | null;
      paid_capital?: number | null;
      founded_on?: string | null;
      district?: string | null;
      park?: string | null;
      address?: string | null;
      industry_section?: S["IndustrySection"] | null;
      industry_division?: string | null;
      main_business?: string | null;
      staff?: number | null;
      rd_staff?: number | null;
      revenue?: number | null;
      tax_grade?: S["TaxGrade"] | null;
      titles: S["Title"][];
    };
    ProfileIn: {
      version: number;
      org_type?: S["OrgType"] | null;
      legal_person?: string | null;
      legal_person_id?: string | null;
      contact_name: string;
      mobile?: string | null;
      email?: string | null;
      reg_capital?: number | null;
      paid_capital?: number | null;
      founded_on?: string | null;
      district?: string | null;
      park?: string | null;
      address?: string | null;
      industry_section?: S["IndustrySection"] | null;
      industry_division?: string | null;
      main_business?: string | null;
      staff?: number | null;
      rd_staff?: number | null;
      revenue?: number | null;
      tax_grade?: S["TaxGrade"] | null;
      titles: S["Title"][];
    };
    DemandIn: {
      amount?: number | null;
      term_months?: number | null;
      need_by?: string | null;
      use_kind?: S["UseKind"] | null;
      use_text?: string | null;
      guarantees: S["Guarantee"][];
      collateral?: string | null;
      rate_max?: number | null;
      repayments: S["Repayment"][];
      first_loan: boolean;
      repayment_source?: string | null;
      accept_partial: boolean;
      tags: string[];
    };
    DemandPatch: S["DemandIn"] & { version: number };
    DemandView: S["DemandIn"] & {
      id: string;
      no: string;
      state: S["DemandState"];
      version: number;
      public_text?: string | null;
      defects: S["Defect"][];
      refusal?: string | null;
      live_orders: number;
      accepted_amount: number;
      disbursed_amount: number;
      created_at: string;
      updated_at: string;
      submitted_at?: string | null;
      published_at?: string | null;
      timeline: S["TimelineItem"][];
      actions: S["DemandAction"][];
    };
    DemandAction: { action: S["DemandActionKind"]; allowed: boolean; why?: string | null };
    SubmitIn: { version: number; authorization_version: number };
    WithdrawIn: { version: number; reason: string };
    CompleteIn: { version: number };
    ReasonIn: { version: number; reason: string };
    AcceptIn: { version: number; complete: boolean };
    ConfirmIn: { version: number; scopes: S["ConsentScope"][]; authorization_version: number };
    RevokeIn: { reason: string };

    Fee: { name: string; amount: number };
    OfferIn: { amount: number; rate: number; term_months: number; fees: S["Fee"][]; note?: string | null };
    OfferView: S["OfferIn"] & { annual_cost: number };
    DecisionIn: {
      version: number;
      amount: number;
      rate: number;
      term_months: number;
      fees: S["Fee"][];
      repayment: S["Repayment"];
      guarantee: S["Guarantee"];
      conditions?: string | null;
      valid_until: string;
    };
    DecisionView: {
      amount: number;
      rate: number;
      term_months: number;
      fees: S["Fee"][];
      annual_cost: number;
      repayment: S["Repayment"];
      guarantee: S["Guarantee"];
      conditions?: string | null;
      valid_until: string;
      decided_at: string;
    };
    DisbursementIn: {
      version: number;
      paid_on: string;
      amount: number;
      rate: number;
      term_months: number;
      voucher_no: string;
      guarantor?: string | null;
      first_loan: boolean;
    };
    DisbursementView: {
      paid_on: string;
      amount: number;
      rate: number;
      term_months: number;
      matures_on: string;
      voucher_no: string;
      guarantor?: string | null;
      first_loan: boolean;
      recorded_at: string;
      confirmed_at?: string | null;
    };
    RefusalView: { code?: S["RefusalCode"] | null; text: string };
    OrderAction: { action: string; allowed: boolean; why?: string | null };
    OrderInstitution: { id: string; name: string; institution_type?: S["InstitutionType"] | null };
    EnterpriseOrderView: {
      id: string;
      no: string;
      demand_id: string;
      demand_no: string;
      demand_amount: number;
      institution: S["OrderInstitution"];
      state: S["OrderState"];
      version: number;
      offer: S["OfferView"];
      decision?: S["DecisionView"] | null;
      disbursement?: S["DisbursementView"] | null;
      refusal?: S["RefusalView"] | null;
      contacted_at?: string | null;
      opened_at: string;
      updated_at: string;
      closed_at?: string | null;
      timeline: S["TimelineItem"][];
      actions: S["OrderAction"][];
    };
    ConsentView: {
      id: string;
      institution_name: string;
      order_id: string;
      order_no: string;
      scopes: S["ConsentScope"][];
      purpose: string;
      granted_at: string;
      expires_at: string;
      revoked_at?: string | null;
      active: boolean;
    };
    AccessView: {
      at: string;
      institution_name: string;
      account_name: string;
      what: string;
      reason?: string | null;
    };

    MarketOverview: {
      at: string;
      demands: number;
      enterprises: number;
      institutions: number;
      disbursed: number;
      groups: S["MarketGroup"][];
    };
    MarketGroup: {
      section: S["IndustrySection"];
      amount_band: S["AmountBand"];
      term_band: S["TermBand"];
      count: number;
    };
    MarketDemand: {
      id: string;
      no: string;
      state: S["DemandState"];
      industry_section: S["IndustrySection"];
      industry_division: string;
      amount: number;
      accept_partial: boolean;
      term_months: number;
      need_by?: string | null;
      use_kind: S["UseKind"];
      public_text: string;
      guarantees: S["Guarantee"][];
      rate_max?: number | null;
      repayments: S["Repayment"][];
      first_loan: boolean;
      tags: string[];
      years_band?: S["YearsBand"] | null;
      staff_band?: S["StaffBand"] | null;
      revenue_band?: S["RevenueBand"] | null;
      place?: string | null;
      titles: S["Title"][];
      live_orders: number;
      places_left: number;
      published_at: string;
      mine?: S["MyGrab"] | null;
    };
    MyGrab: { order_id: string; state: S["OrderState"] };
    OrderConsent: { expires_at: string; active: boolean; scopes: S["ConsentScope"][] };
    OpenedEnterprise: {
      name: string;
      uscc: string;
      legal_person?: string | null;
      contact_name: string;
      mobile_masked: string;
      email?: string | null;
      address?: string | null;
      org_type?: S["OrgType"] | null;
      founded_on?: string | null;
      main_business?: string | null;
      staff?: number | null;
      rd_staff?: number | null;
      reg_capital?: number | null;
      revenue?: number | null;
      tax_grade?: S["TaxGrade"] | null;
      titles?: S["Title"][] | null;
      use_text?: string | null;
      collateral?: string | null;
      repayment_source?: string | null;
    };
    InstitutionOrderView: {
      id: string;
      no: string;
      demand: S["MarketDemand"];
      enterprise?: S["OpenedEnterprise"] | null;
      consent?: S["OrderConsent"] | null;
      state: S["OrderState"];
      version: number;
      offer: S["OfferView"];
      decision?: S["DecisionView"] | null;
      disbursement?: S["DisbursementView"] | null;
      refusal?: S["RefusalView"] | null;
      contacted_at?: string | null;
      opened_at: string;
      updated_at: string;
      closed_at?: string | null;
      timeline: S["TimelineItem"][];
      actions: S["OrderAction"][];
    };
    RevealIn: { reason: string };
    RevealedMobile: { mobile: string };
    ContactIn: { version: number; method: S["ContactMethod"]; note: string };
    OrderRefuseIn: { version: number; code: S["RefusalCode"]; text: string };

    MessageView: {
      id: string;
      kind: string;
      title: string;
      body: string;
      link?: string | null;
      created_at: string;
      read_at?: string | null;
    };
    UnreadCount: { count: number };

    PageReviewItem: PageMeta & { items: S["ReviewItem"][] };
    PageOrganizationView: PageMeta & { items: S["OrganizationView"][] };
    PageAuditView: PageMeta & { items: S["AuditView"][] };
    PageJobView: PageMeta & { items: S["JobView"][] };
    PageDemandView: PageMeta & { items: S["DemandView"][] };
    PageEnterpriseOrderView: PageMeta & { items: S["EnterpriseOrderView"][] };
    PageConsentView: PageMeta & { items: S["ConsentView"][] };
    PageAccessView: PageMeta & { items: S["AccessView"][] };
    PageMarketDemand: PageMeta & { items: S["MarketDemand"][] };
    PageInstitutionOrderView: PageMeta & { items: S["InstitutionOrderView"][] };
    PageMessageView: PageMeta & { items: S["MessageView"][] };
  };
}

type PageMeta = { total: number; capped: boolean; page: number; size: number };
