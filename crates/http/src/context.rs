//! Who asks: extractors that turn a request into a visitor or a user of one kind.

use crate::Problem;
use axum::{extract::FromRequestParts, http::request::Parts};
use jinqiao_kernel::{Actor, Error, RequestMeta, Role};
use std::{marker::PhantomData, ops::Deref};

/// What the gate found out about a request.
#[derive(Clone, Default)]
pub(crate) struct Context {
    pub request: RequestMeta,
    pub actor: Option<Actor>,
}

/// Anybody, with or without a session.
pub struct Visitor {
    /// Where the request came from.
    pub request: RequestMeta,
    /// The actor, if there is a session.
    pub actor: Option<Actor>,
}

/// For whom a handler is.
pub trait Audience {
    /// Roles that belong to it.
    const ROLES: &'static [Role];
}

/// A logged-in user of audience `A`; an [`Actor`] behind it.
pub struct User<A>(Actor, PhantomData<fn() -> A>);

impl<A> Deref for User<A> {
    type Target = Actor;

    fn deref(&self) -> &Actor {
        &self.0
    }
}

macro_rules! audiences {
    ($($(#[$doc:meta])* $name:ident $user:ident: $($role:ident),+;)*) => {$(
        $(#[$doc])*
        pub struct $name;

        impl Audience for $name {
            const ROLES: &'static [Role] = &[$(Role::$role),+];
        }

        $(#[$doc])*
        pub type $user = User<$name>;
    )*};
}

audiences! {
    /// Enterprise users.
    Enterprise EnterpriseUser: Enterprise;
    /// Users of financial institutions.
    Institution InstitutionUser: Institution;
    /// Government users.
    Government GovernmentUser: Government;
    /// Users of intermediary agencies.
    Agency AgencyUser: Agency;
    /// The operator's staff.
    Operator OperatorUser: Operator;
    /// Supervisors.
    Supervisor SupervisorUser: Supervisor;
    /// Everybody with a session.
    Anyone AnyUser: Enterprise, Institution, Government, Agency, Operator, Supervisor;
}

impl<S: Sync> FromRequestParts<S> for Visitor {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let Context { request, actor } = parts.extensions.get::<Context>().cloned().unwrap_or_default();
        Ok(Self { request, actor })
    }
}

impl<A: Audience, S: Sync> FromRequestParts<S> for User<A> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let actor = parts.extensions.get::<Context>().and_then(|context| context.actor.clone());
        let actor = actor.ok_or_else(Error::unauthenticated)?;
        if !A::ROLES.contains(&actor.role) {
            return Err(Error::forbidden("您的账号类型不能使用此功能").into());
        }
        Ok(Self(actor, PhantomData))
    }
}
