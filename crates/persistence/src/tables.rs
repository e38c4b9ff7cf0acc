//! All kinds of records that there are. Meta, recycle bin, imports, saved views and tests go through this list.

use crate::{
    Record, Table,
    access::{ApiKey, Department, Role, User},
    activities::{
        activity::Activity,
        call::{Call, Email},
        event::CalendarEvent,
        plan::Plan,
        playbook::Playbook,
        report::WorkReport,
        visit::Visit,
    },
    customers::{
        contact::Contact,
        customer::Customer,
        knowledge::{Knowledge, Subscription},
        pool::CustomerPool,
        relation::Relation,
    },
    leads::{AssignmentRule, CapacityRule, Lead, LeadPool, ScoringRule},
    notifications::{Delivery, Notification, NotificationChannel, Rule, Template, webhook::Webhook},
    opportunities::{
        competitor::Competitor, exchange_rate::ExchangeRate, forecast::Forecast, opportunity::Opportunity,
        pipeline::Pipeline, stage::Stage,
    },
    platform::{
        calendars::Calendar, custom_fields::CustomFieldRecord, dictionaries::Dictionary, layouts::Layout,
        numbering_rules::NumberingRule, views::View,
    },
};

pub fn all() -> Vec<&'static Table> {
    let areas: [&[&Table]; 7] = [
        &[Department::TABLE, User::TABLE, Role::TABLE, ApiKey::TABLE],
        &[Lead::TABLE, LeadPool::TABLE, AssignmentRule::TABLE, ScoringRule::TABLE, CapacityRule::TABLE],
        &[Customer::TABLE, Contact::TABLE, CustomerPool::TABLE, Relation::TABLE, Knowledge::TABLE, Subscription::TABLE],
        &[Pipeline::TABLE, Stage::TABLE, Competitor::TABLE, ExchangeRate::TABLE, Opportunity::TABLE, Forecast::TABLE],
        &[
            Activity::TABLE,
            Playbook::TABLE,
            Plan::TABLE,
            Visit::TABLE,
            Call::TABLE,
            Email::TABLE,
            CalendarEvent::TABLE,
            WorkReport::TABLE,
        ],
        &[
            Notification::TABLE,
            Rule::TABLE,
            Template::TABLE,
            NotificationChannel::TABLE,
            Delivery::TABLE,
            Webhook::TABLE,
        ],
        &[
            Calendar::TABLE,
            CustomFieldRecord::TABLE,
            Layout::TABLE,
            Dictionary::TABLE,
            NumberingRule::TABLE,
            View::TABLE,
        ],
    ];
    areas.into_iter().flatten().copied().collect()
}

/// Finds a table by the path of its resource: `lead-pools`.
pub fn by_path(path: &str) -> Option<&'static Table> {
    all().into_iter().find(|table| table.path() == path)
}
