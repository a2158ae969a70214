//! What a consent opens of an enterprise (tier 2 of domain 2.3).

use crate::demands::Demand;
use jinqiao_kernel::{DateTime, Money, NaiveDate, Result, Vault};
use jinqiao_platform::{
    consents::{Consent, ConsentScope},
    enterprises::{
        Enterprise, ExistingLoan, FinanceYear, Industries, IpCounts, ListingIntent, ListingStage, OpenedScore, OrgType,
        Origins, Risk, Score, Size, TaxGrade, Title,
    },
    files::FileInfo,
    organizations::Organization,
};
use sea_orm::Iterable;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The enterprise behind a confirmed order. What the consent does not cover is none.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct OpenedEnterprise {
    name: String,
    uscc: String,
    legal_person: Option<String>,
    address: Option<String>,
    org_type: Option<OrgType>,
    founded_on: Option<NaiveDate>,
    contact_name: Option<String>,
    mobile_masked: Option<String>,
    email: Option<String>,
    main_business: Option<String>,
    staff: Option<i32>,
    rd_staff: Option<i32>,
    titles: Vec<Title>,
    use_text: Option<String>,
    reg_capital: Option<Money>,
    paid_capital: Option<Money>,
    revenue: Option<Money>,
    tax_grade: Option<TaxGrade>,
    collateral: Option<String>,
    repayment_source: Option<String>,
    attachments: Vec<FileInfo>,
    former_names: Vec<String>,
    reg_authority: Option<String>,
    risks: Vec<Risk>,
    size: Option<Size>,
    industry_class: Option<String>,
    industry_class_name: Option<String>,
    insured_count: Option<i32>,
    ip: Option<IpCounts>,
    tags: Vec<String>,
    /// Where the opened values come from; what is not named is typed by the firm and not verified.
    origins: Origins,
    /// The innovation score; the values of its indicators only with the finances.
    score: Option<OpenedScore>,
    listing_intent: Option<ListingIntent>,
    listing_stage: Option<ListingStage>,
    /// Newest first.
    finance: Vec<FinanceYear>,
    existing_loans: Vec<ExistingLoan>,
    guarantees_given: Option<Money>,
    overdue: Option<bool>,
    /// Equity only.
    highlights: Option<String>,
    /// Equity only.
    team: Option<String>,
}

/// What is known of the enterprise, before the consent is asked.
pub struct Known<'a> {
    pub org: &'a Organization,
    pub profile: &'a Enterprise,
    pub demand: &'a Demand,
    pub finance: Vec<FinanceYear>,
    pub score: Option<Score>,
    pub files: Vec<FileInfo>,
    pub industries: &'a Industries,
}

impl OpenedEnterprise {
    /// What `consent` opens at `now`; nothing when it does not hold.
    ///
    /// # Errors
    /// When a sealed value cannot be opened.
    pub fn under(
        consent: &Consent,
        now: DateTime,
        vault: &Vault,
        Known { org, profile, demand, finance: years, score, files, industries }: Known<'_>,
    ) -> Result<Option<Self>> {
        let opens = |scope| consent.opens(scope, now);
        if !opens(ConsentScope::Identity) {
            return Ok(None);
        }
        let (contact, business, finance) =
            (opens(ConsentScope::Contact), opens(ConsentScope::Business), opens(ConsentScope::Finance));
        let extras = profile.extras.0.clone();
        let shown: Vec<_> = ConsentScope::iter().filter(|scope| opens(*scope)).flat_map(ConsentScope::fields).collect();
        // `ip.inventions` belongs to `ip`; the figures for the score belong to the finances.
        let open = |key: &str| {
            let field = key.split('.').next().unwrap_or_default();
            shown.iter().any(|known| **known == field)
        };
        Ok(Some(Self {
            name: org.name.clone(),
            uscc: org.uscc.clone().unwrap_or_default(),
            legal_person: profile.legal_person.clone(),
            address: profile.address.clone(),
            org_type: profile.org_type,
            founded_on: profile.founded_on,
            contact_name: contact.then(|| org.contact_name.clone()),
            mobile_masked: if contact { Some(org.mobile_masked(vault)?) } else { None },
            email: org.email.clone().filter(|_| contact),
            main_business: profile.main_business.clone().filter(|_| business),
            staff: profile.staff.filter(|_| business),
            rd_staff: profile.rd_staff.filter(|_| business),
            titles: if business { profile.titles.0.clone() } else { vec![] },
            use_text: demand.use_text.clone().filter(|_| business),
            reg_capital: profile.reg_capital.filter(|_| finance),
            paid_capital: profile.paid_capital.filter(|_| finance),
            revenue: profile.revenue.filter(|_| finance),
            tax_grade: profile.tax_grade.filter(|_| finance),
            collateral: demand.collateral.clone().filter(|_| finance),
            repayment_source: demand.repayment_source.clone().filter(|_| finance),
            former_names: extras.former_names,
            reg_authority: extras.reg_authority,
            risks: extras.risks,
            size: profile.size.filter(|_| business),
            industry_class_name: extras
                .industry_class
                .as_deref()
                .filter(|_| business)
                .and_then(|class| industries.class_name(class))
                .map(str::to_owned),
            industry_class: extras.industry_class.filter(|_| business),
            insured_count: extras.insured_count.filter(|_| business),
            ip: business.then_some(extras.ip),
            score: score.filter(|_| business).map(|score| OpenedScore::new(&score, finance)),
            origins: profile
                .origins
                .0
                .iter()
                .filter(|(key, _)| open(key))
                .map(|(key, origin)| (key.clone(), origin.clone()))
                .collect(),
            tags: if business { extras.tags } else { vec![] },
            listing_intent: extras.listing_intent.filter(|_| business),
            listing_stage: extras.listing_stage.filter(|_| business),
            finance: if finance { years } else { vec![] },
            existing_loans: if finance { extras.existing_loans } else { vec![] },
            guarantees_given: extras.guarantees_given.filter(|_| finance),
            overdue: extras.overdue.filter(|_| finance),
            attachments: if opens(ConsentScope::Attachments) { files } else { vec![] },
            highlights: demand.highlights.clone().filter(|_| business),
            team: demand.team.clone().filter(|_| business),
        }))
    }
}
