//! Reads what a reader sees of a firm: what is not open is not asked for.

use super::{
    access::{Section, Sight},
    view::{
        Panorama, PanoramaApplication, PanoramaBusiness, PanoramaFinance, PanoramaFinancing, PanoramaOrder,
        PanoramaPolicies, PanoramaRegistration, PanoramaStanding,
    },
};
use jinqiao_db::{Db, Reading};
use jinqiao_financing::{demands, orders, servicing::borrowed_by};
use jinqiao_government::applications;
use jinqiao_insight::points::firm_standing;
use jinqiao_kernel::{DateTime, Error, OrgId, Result};
use jinqiao_oversight::complaints;
use jinqiao_platform::{
    enterprises::{self, Enterprise, FinanceYear, OpenedScore, Score},
    organizations::{self, Organization},
};

/// So many orders and applications are told one by one.
const NEWEST: u64 = 5;

/// What is read before the parts.
struct Firm {
    org: Organization,
    profile: Enterprise,
    years: Vec<FinanceYear>,
    score: Option<Score>,
}

/// The page of `firm` as `sight` opens it.
///
/// # Errors
/// `not_found` where not even the name is open.
pub async fn gathered(db: &Db, (org, sight): (Organization, Sight)) -> Result<Panorama> {
    let (conn, at, firm) = (&db.answer(), db.world().now(), org.id);
    if !sight.opens(Section::Registration) {
        return Err(Error::not_found());
    }
    let profile = enterprises::of_org(conn, firm).await?;
    let years = enterprises::years_of(conn, firm).await?;
    let score = enterprises::score_of_profile(conn, &profile, &years, at).await?;
    let known = Firm { org, profile, years, score };
    let (financing, policies) = records(conn, firm, &sight).await?;
    let standing = if sight.opens(Section::Standing) { Some(standing_of(conn, &known, at).await?) } else { None };
    Ok(Panorama {
        at,
        basis: sight.basis,
        name: known.org.name.clone(),
        uscc: known.org.uscc.clone().unwrap_or_default(),
        registration: sight.opens(Section::Registration).then(|| registration(&known, &sight)),
        business: sight.opens(Section::Business).then(|| business(&known, sight.opens(Section::Finance))),
        finance: sight.opens(Section::Finance).then(|| finance(&known)),
        origins: known.profile.origins.0.into_iter().filter(|(field, _)| sight.tells(field)).collect(),
        financing,
        policies,
        standing,
    })
}

fn registration(firm: &Firm, sight: &Sight) -> PanoramaRegistration {
    let (profile, extras) = (&firm.profile, &firm.profile.extras.0);
    PanoramaRegistration {
        former_names: extras.former_names.clone(),
        org_type: profile.org_type,
        legal_person: profile.legal_person.clone().or_else(|| firm.org.legal_person.clone()),
        founded_on: profile.founded_on,
        reg_authority: extras.reg_authority.clone(),
        address: profile.address.clone().or_else(|| firm.org.address.clone()),
        district: profile.district.clone(),
        park: profile.park.clone(),
        registered_at: sight.opens(Section::Standing).then_some(firm.org.created_at),
        risks: extras.risks.clone(),
    }
}

/// `finance` tells the values of the score's indicators, which are of the books.
fn business(firm: &Firm, finance: bool) -> PanoramaBusiness {
    let (profile, extras) = (&firm.profile, &firm.profile.extras.0);
    PanoramaBusiness {
        industry_section: profile.industry_section,
        industry_division: profile.industry_division.clone(),
        main_business: profile.main_business.clone(),
        size: profile.size,
        staff: profile.staff,
        rd_staff: profile.rd_staff,
        insured_count: extras.insured_count,
        titles: profile.titles.0.clone(),
        ip: extras.ip.clone(),
        listing_intent: extras.listing_intent,
        score: firm.score.as_ref().map(|score| OpenedScore::new(score, finance)),
    }
}

fn finance(firm: &Firm) -> PanoramaFinance {
    let (profile, extras) = (&firm.profile, &firm.profile.extras.0);
    PanoramaFinance {
        reg_capital: profile.reg_capital,
        paid_capital: profile.paid_capital,
        tax_grade: profile.tax_grade,
        years: firm.years.clone(),
        existing_loans: extras.existing_loans.clone(),
        guarantees_given: extras.guarantees_given,
        overdue: extras.overdue,
    }
}

/// What others did with the firm, with their names.
async fn records(
    conn: &impl Reading,
    firm: OrgId,
    sight: &Sight,
) -> Result<(Option<PanoramaFinancing>, Option<PanoramaPolicies>)> {
    if !sight.opens(Section::Financing) || !sight.opens(Section::Policies) {
        return Ok((None, None));
    }
    let demands = demands::of_firm(conn, firm).await?;
    let (count, orders) = orders::newest_of_firm(conn, firm, NEWEST).await?;
    let borrowed = borrowed_by(conn, [firm]).await?.remove(&firm).unwrap_or_default();
    let states = applications::counts_of_firm(conn, firm).await?;
    let applied = applications::newest_of_firm(conn, firm, NEWEST).await?;
    let others =
        orders.iter().map(|order| order.institution_id).chain(applied.iter().map(|applied| applied.department_id));
    let names = organizations::names(conn, others).await?;
    let name = |id| names.get(&id).map(|org| org.name.clone()).unwrap_or_default();
    let order = |order: orders::FirmOrder| PanoramaOrder {
        no: order.no,
        institution: name(order.institution_id),
        kind: order.kind,
        state: order.state,
        granted_amount: order.granted_amount,
        disbursed_amount: order.disbursed_amount,
        opened_at: order.opened_at,
    };
    let application = |one: applications::FirmApplication| PanoramaApplication {
        no: one.no,
        title: one.title,
        department: name(one.department_id),
        amount: one.amount.filter(|_| one.state.decided()),
        state: one.state,
        submitted_at: one.submitted_at,
    };
    let financing = PanoramaFinancing {
        demands,
        orders: count,
        newest: orders.into_iter().map(order).collect(),
        lent: borrowed.lent,
        draws: borrowed.draws,
        owed: borrowed.owed,
        late: borrowed.late,
    };
    let policies = PanoramaPolicies::new(states, applied.into_iter().map(application).collect());
    Ok((Some(financing), Some(policies)))
}

async fn standing_of(conn: &impl Reading, firm: &Firm, at: DateTime) -> Result<PanoramaStanding> {
    let score = firm.score.as_ref().map(|score| score.points);
    Ok(PanoramaStanding {
        points: firm_standing(conn, &firm.org, score, at).await?,
        complaints: complaints::of_firm(conn, firm.org.id).await?,
    })
}
