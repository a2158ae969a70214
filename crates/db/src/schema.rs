//! Migration steps as plain lists of tables and indexes, the same for both engines.

pub use crate::{
    documents::{Documents, scale},
    mend::Days,
};
use sea_orm::ConnectionTrait as _;
use sea_orm_migration::prelude::{
    ColumnDef, DbErr, Index, IndexCreateStatement, IntoColumnDef, MigrationName, MigrationTrait, SchemaManager, Table,
    TableAlterStatement, TableCreateStatement, async_trait,
};
pub use serde_json::Value;

/// One migration: a globally sortable name (`m20261123_000001_orders`) and what it makes, in order.
#[derive(Clone, Copy)]
pub struct Step {
    /// Name; steps of all concepts run in the order of their names.
    pub name: &'static str,
    /// What the step makes.
    pub make: fn() -> Vec<Make>,
}

/// A thing that a step makes.
pub enum Make {
    /// A table with its keys and foreign keys.
    Table(Box<TableCreateStatement>),
    /// A further column of a table that is already in use.
    Column(Box<TableAlterStatement>),
    /// An index.
    Index(Box<IndexCreateStatement>),
    /// A statement, the same on both engines, that brings rows up to date.
    Sql(String),
    /// Days in documents that lie outside the range of today's type.
    Days(Days),
    /// Documents that get a newer shape.
    Documents(Documents),
}

impl Make {
    /// A table.
    pub fn table(create: TableCreateStatement) -> Self {
        Self::Table(Box::new(create))
    }

    /// A statement, the same on both engines.
    pub fn sql(statement: impl Into<String>) -> Self {
        Self::Sql(statement.into())
    }
}

/// A further column of `table`. Rows are there already, so it is nullable or has a default.
pub fn column(table: &'static str, column: impl IntoColumnDef) -> Make {
    let column: ColumnDef = column.into_column_def();
    Make::Column(Box::new(Table::alter().table(table).add_column(column).to_owned()))
}

/// An index on `columns` of `table`.
pub fn index(table: &'static str, columns: &[&'static str]) -> Make {
    named("ix", table, columns, false)
}

/// An index that holds whatever a list's filters and order ask for, so that what they leave out is never read; called by what it is for,
/// since its columns make more than PostgreSQL's 63 letters.
pub fn covering(name: &'static str, table: &'static str, columns: &[&'static str]) -> Make {
    Make::Index(Box::new(indexed(format!("ix_{table}_{name}"), table, columns)))
}

/// A unique index; its name holds the column names, by which [`crate::unless_taken`] finds it again.
pub fn unique(table: &'static str, columns: &[&'static str]) -> Make {
    named("ux", table, columns, true)
}

fn named(prefix: &str, table: &'static str, columns: &[&'static str], unique: bool) -> Make {
    let mut create = indexed(format!("{prefix}_{table}_{}", columns.join("_")), table, columns);
    if unique {
        create.unique();
    }
    Make::Index(Box::new(create))
}

fn indexed(name: String, table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    let mut create = Index::create();
    create.name(name).table(table);
    for column in columns {
        create.col(*column);
    }
    create
}

impl MigrationName for Step {
    fn name(&self) -> &str {
        self.name
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Step {
    /// A step is there whole or not at all, on SQLite too.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for make in (self.make)() {
            match make {
                Make::Table(table) => manager.create_table(*table).await?,
                Make::Column(column) => manager.alter_table(*column).await?,
                Make::Index(index) => manager.create_index(*index).await?,
                Make::Sql(sql) => {
                    manager.get_connection().execute_unprepared(&sql).await?;
                }
                Make::Days(days) => days.run(manager).await?,
                Make::Documents(documents) => documents.run(manager).await?,
            }
        }
        Ok(())
    }
}
