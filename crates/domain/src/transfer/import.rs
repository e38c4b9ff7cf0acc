//! The life of an import, and what becomes of each of its rows.

use chrono::{DateTime, Duration, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{Code, Error, Result};

/// How long what an import created can be taken back.
const UNDO_HOURS: i64 = 24;

/// Where an import is on its way.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    ToSchema,
    strum::IntoStaticStr,
    strum::EnumString,
    strum::EnumIter,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum ImportStatus {
    Uploaded,
    Mapped,
    Checked,
    Running,
    Done,
    PartlyFailed,
    Cancelled,
    Undone,
}

/// What is being worked on in the background.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema, strum::IntoStaticStr, strum::EnumString,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Working {
    Check,
    Run,
    Undo,
}

/// What can happen to an import.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr, strum::EnumIter)]
#[strum(serialize_all = "snake_case")]
pub enum ImportEvent {
    /// Columns were given their fields.
    Mapped,
    /// Every row was looked at, nothing was written.
    Checked,
    Started,
    Finished,
    FinishedWithFailures,
    Cancelled,
    Undone,
}

/// An import as far as its life is concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Import {
    pub status: ImportStatus,
    pub working: Option<Working>,
    pub finished_at: Option<DateTime<Utc>>,
}

impl ImportStatus {
    /// The whole life of an import.
    pub fn after(self, event: ImportEvent) -> Result<Self> {
        match (self, event) {
            (Self::Uploaded | Self::Mapped | Self::Checked, ImportEvent::Mapped) => Ok(Self::Mapped),
            (Self::Mapped | Self::Checked, ImportEvent::Checked) => Ok(Self::Checked),
            (Self::Checked, ImportEvent::Started) => Ok(Self::Running),
            (Self::Running, ImportEvent::Finished) => Ok(Self::Done),
            (Self::Running, ImportEvent::FinishedWithFailures) => Ok(Self::PartlyFailed),
            (Self::Uploaded | Self::Mapped | Self::Checked | Self::Running, ImportEvent::Cancelled) => {
                Ok(Self::Cancelled)
            }
            (Self::Done | Self::PartlyFailed | Self::Cancelled, ImportEvent::Undone) => Ok(Self::Undone),
            (state, event) => Err(Error::invalid_state(state.into(), event.into(), state.allowed())),
        }
    }

    /// The actions that people may take in this state.
    pub fn allowed(self) -> &'static [&'static str] {
        match self {
            Self::Uploaded => &["update", "cancel"],
            Self::Mapped => &["update", "check", "cancel"],
            Self::Checked => &["update", "check", "run", "cancel"],
            Self::Running => &["cancel"],
            Self::Done | Self::PartlyFailed | Self::Cancelled => &["undo"],
            Self::Undone => &[],
        }
    }
}

impl Import {
    /// Whether people may do this now. What is being worked on in the background is left alone, but can be cancelled.
    pub fn may(&self, event: ImportEvent, now: DateTime<Utc>) -> Result<()> {
        self.status.after(event)?;
        let busy = self.working.is_some() && event != ImportEvent::Cancelled;
        let late = event == ImportEvent::Undone
            && self.finished_at.is_none_or(|finished| now - finished > Duration::hours(UNDO_HOURS));
        if busy || late {
            let allowed: &[&str] = if busy && self.working != Some(Working::Undo) { &["cancel"] } else { &[] };
            return Err(Error::invalid_state(self.status.into(), event.into(), allowed));
        }
        Ok(())
    }

    pub fn allowed(&self, now: DateTime<Utc>) -> Vec<&'static str> {
        let event = |action: &str| match action {
            "update" => ImportEvent::Mapped,
            "check" => ImportEvent::Checked,
            "run" => ImportEvent::Started,
            "undo" => ImportEvent::Undone,
            _ => ImportEvent::Cancelled,
        };
        let actions = self.status.allowed().iter().copied();
        actions.filter(|action| self.may(event(action), now).is_ok()).collect()
    }
}

/// Whether rows become new records, change known ones, or either.
#[derive(
    Debug,
    Clone,
    Copy,
    Default,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    ToSchema,
    strum::IntoStaticStr,
    strum::EnumString,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Mode {
    #[default]
    Create,
    /// Records are found by a key; rows without one fail.
    Update,
    Upsert,
}

/// What becomes of a row that is there already.
#[derive(
    Debug,
    Clone,
    Copy,
    Default,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    ToSchema,
    strum::IntoStaticStr,
    strum::EnumString,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Duplicates {
    #[default]
    Skip,
    Update,
    /// As if it were new; where a rule blocks duplicates, only for those who may create them.
    Create,
}

/// What is to be done with a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Plan {
    Create,
    Update(Uuid),
    Skip(Uuid),
    /// There is no record with this key.
    Missing,
}

/// Decides over a row whose key names the record `keyed`, and which is the same as the record `duplicate`.
pub fn plan(mode: Mode, duplicates: Duplicates, keyed: Option<Uuid>, duplicate: Option<Uuid>) -> Plan {
    match (mode, keyed, duplicate, duplicates) {
        (Mode::Update | Mode::Upsert, Some(id), _, _) => Plan::Update(id),
        (Mode::Update, None, _, _) => Plan::Missing,
        (_, _, None, _) | (_, _, Some(_), Duplicates::Create) => Plan::Create,
        (_, _, Some(id), Duplicates::Update) => Plan::Update(id),
        (_, _, Some(id), Duplicates::Skip) => Plan::Skip(id),
    }
}

/// What became of a row, or would.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema, strum::IntoStaticStr, strum::EnumString,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Outcome {
    Created,
    Updated,
    Skipped,
    Failed,
}

impl Outcome {
    pub fn label(self) -> [&'static str; 2] {
        match self {
            Self::Created => ["已创建", "created"],
            Self::Updated => ["已更新", "updated"],
            Self::Skipped => ["已跳过", "skipped"],
            Self::Failed => ["失败", "failed"],
        }
    }
}

/// What became of the rows: `total` is the sum of the others once all are done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Counts {
    pub total: i32,
    pub created: i32,
    pub updated: i32,
    pub skipped: i32,
    pub failed: i32,
}

impl Counts {
    pub fn add(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::Created => self.created += 1,
            Outcome::Updated => self.updated += 1,
            Outcome::Skipped => self.skipped += 1,
            Outcome::Failed => self.failed += 1,
        }
    }

    /// How many rows something has become of.
    pub fn processed(&self) -> i32 {
        self.created + self.updated + self.skipped + self.failed
    }

    pub fn finish(&self) -> ImportEvent {
        if self.failed > 0 { ImportEvent::FinishedWithFailures } else { ImportEvent::Finished }
    }
}

/// A target that only administrators may give more than it holds.
pub fn may_ignore_caps(is_admin: bool) -> Result<()> {
    if is_admin { Ok(()) } else { Err(Error::new(Code::FieldForbidden).with("field", "ignore_caps")) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use strum::IntoEnumIterator;

    use super::*;

    #[test]
    fn a_row_is_never_both_new_and_known() {
        let (a, b) = (Uuid::from_u128(1), Uuid::from_u128(2));
        assert_eq!(plan(Mode::Create, Duplicates::Skip, Some(a), None), Plan::Create);
        assert_eq!(plan(Mode::Create, Duplicates::Skip, None, Some(b)), Plan::Skip(b));
        assert_eq!(plan(Mode::Create, Duplicates::Update, None, Some(b)), Plan::Update(b));
        assert_eq!(plan(Mode::Create, Duplicates::Create, None, Some(b)), Plan::Create);
        assert_eq!(plan(Mode::Update, Duplicates::Skip, None, Some(b)), Plan::Missing);
        assert_eq!(plan(Mode::Update, Duplicates::Skip, Some(a), Some(b)), Plan::Update(a));
        assert_eq!(plan(Mode::Upsert, Duplicates::Skip, Some(a), None), Plan::Update(a));
        assert_eq!(plan(Mode::Upsert, Duplicates::Skip, None, None), Plan::Create);
    }

    #[test]
    fn nothing_is_undone_after_a_day_or_while_work_goes_on() {
        let finished: DateTime<Utc> = "2026-03-02T00:00:00Z".parse().unwrap();
        let import = Import { status: ImportStatus::Done, working: None, finished_at: Some(finished) };
        assert_eq!(import.allowed(finished + Duration::hours(24)), ["undo"]);
        assert!(import.allowed(finished + Duration::hours(25)).is_empty());
        let running = Import { status: ImportStatus::Checked, working: Some(Working::Run), finished_at: None };
        assert_eq!(running.allowed(finished), ["cancel"]);
        assert!(running.may(ImportEvent::Started, finished).is_err());
    }

    fn events() -> impl Strategy<Value = Vec<ImportEvent>> {
        let all: Vec<ImportEvent> = ImportEvent::iter().collect();
        prop::collection::vec(prop::sample::select(all), 0..30)
    }

    proptest! {
        #[test]
        fn what_is_undone_stays_so_and_nothing_runs_twice(events in events()) {
            let (mut state, mut runs) = (ImportStatus::Uploaded, 0);
            for event in events {
                let Ok(next) = state.after(event) else { continue };
                prop_assert_ne!(state, ImportStatus::Undone);
                runs += i32::from(event == ImportEvent::Started);
                state = next;
            }
            prop_assert!(runs <= 1);
        }
    }
}
