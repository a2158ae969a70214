//! What the database crate promises, on the engine that `JINQIAO_TEST_ENGINE` names.

mod writes;
