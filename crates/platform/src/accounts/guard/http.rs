//! The challenge that a page works on when a further proof is asked.

use super::{
    gate::bits,
    proof::{Challenge, ProofPurpose, challenge},
};
use axum::extract::State;
use jinqiao_http::{Answer, AppState, Json, Routes, Visitor, public};
use jinqiao_kernel::Checks;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::routes;

/// What a proof is wanted for.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProofIn {
    purpose: ProofPurpose,
    /// The login name, for a login.
    #[schema(max_length = 64)]
    login: Option<String>,
}

/// Routes of the guard.
pub fn routes() -> Routes {
    Routes::new().routes(public(routes!(ask)))
}

/// A challenge to work on. It is kept nowhere, so asking costs the server next to nothing.
#[utoipa::path(post, path = "/proofs", tag = "accounts", request_body = ProofIn, responses((status = 200, body = Challenge)))]
async fn ask(State(app): State<AppState>, visitor: Visitor, Json(input): Json<ProofIn>) -> Answer<Json<Challenge>> {
    Checks::new().optional_text("login", input.login.as_deref(), 64).done()?;
    let subject = input.login.filter(|_| input.purpose == ProofPurpose::Login).unwrap_or_default();
    let subject = subject.trim().to_lowercase();
    let bits = bits(&app.db, input.purpose, &subject, &visitor.request.address).await?;
    Ok(Json(challenge(&app.vault, app.db.world(), input.purpose, &subject, bits)))
}
