//! One page of a list.

use crate::{Checks, Result};

/// Lists are counted exactly up to here; beyond, the total says "1,000 or more", and no page follows.
pub const COUNT_CAP: u64 = 1_000;

/// Which page is wanted: `page` from 1, `size` from 1 to 100.
#[derive(Clone, Debug, Default, serde::Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[serde(default)]
pub struct PageQuery {
    /// Page, from 1.
    #[cfg_attr(feature = "openapi", param(minimum = 1, maximum = 100000))]
    pub page: Option<u32>,
    /// Rows a page, 20 unless told, at most 100.
    #[cfg_attr(feature = "openapi", param(minimum = 1, maximum = 100))]
    pub size: Option<u32>,
}

impl PageQuery {
    /// Checks the limits.
    ///
    /// # Errors
    /// `validation` naming `page` or `size`.
    pub fn check(&self) -> Result<(u64, u64)> {
        let (page, size) = (self.page.unwrap_or(1), self.size.unwrap_or(20));
        Checks::new()
            .range("page", page, 1..=100_000, "页码须在 1 到 100000 之间")
            .range("size", size, 1..=100, "每页须为 1 到 100 条")
            .done()?;
        Ok((page.into(), size.into()))
    }
}

/// One page of a list.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Page<T> {
    /// Rows of this page.
    pub items: Vec<T>,
    /// Rows of all pages, at most [`COUNT_CAP`].
    pub total: u64,
    /// More rows exist than `total` says.
    pub capped: bool,
    /// This page, from 1.
    pub page: u64,
    /// Rows a page.
    pub size: u64,
}

impl<T> Page<T> {
    /// The same page with each row turned into something else.
    pub fn map<U>(self, f: impl FnMut(T) -> U) -> Page<U> {
        let Self { items, total, capped, page, size } = self;
        Page { items: items.into_iter().map(f).collect(), total, capped, page, size }
    }

    /// The same page with these rows in place of its own.
    pub fn with<U>(self, items: Vec<U>) -> Page<U> {
        let Self { items: _, total, capped, page, size } = self;
        Page { items, total, capped, page, size }
    }

    /// As [`Page::map`], where a row may fail.
    ///
    /// # Errors
    /// The first row's that does.
    pub fn try_map<U>(self, f: impl FnMut(T) -> Result<U>) -> Result<Page<U>> {
        let Self { items, total, capped, page, size } = self;
        let items = items.into_iter().map(f).collect::<Result<_>>()?;
        Ok(Page { items, total, capped, page, size })
    }
}
