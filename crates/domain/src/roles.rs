//! The roles that every organisation begins with (0.6, annex B).

use crate::access::{
    self, DataScope, Permission, activity, assignment_rule, calendar, calendar_event, call, capacity_rule, competitor,
    contact, customer, customer_knowledge, customer_pool, customer_relation, department, dictionary, email,
    exchange_rate, follow_up_plan, forecast, key_account, knowledge_subscription, lead, lead_pool, notification,
    opportunity, pipeline, playbook, recycle_bin, scoring_rule, stage, user, view, visit, work_report,
};

/// A role as it is set up with a new organisation; people change it afterwards.
#[derive(Debug, Clone, Copy)]
pub struct PresetRole {
    pub code: &'static str,
    pub zh: &'static str,
    pub en: &'static str,
    extent: Extent,
}

/// Permissions that reach equally far.
type Grants = (DataScope, &'static [&'static [Permission]]);

#[derive(Debug, Clone, Copy)]
enum Extent {
    Everything,
    /// Every `read`.
    Reading,
    Listed(&'static [Grants]),
    /// What others have, and more.
    Both(&'static [Grants], &'static [Grants]),
}

/// The role that cannot be lost: the last of its people cannot be disabled.
pub const ADMIN: &str = "admin";

/// What everybody needs to find his way: names of people and departments, words, his own views, what he is told.
const COMMON: &[&[Permission]] = &[&[user::READ, department::READ, dictionary::READ, calendar::READ]];
const OWN_VIEWS: &[&[Permission]] = &[&[view::READ, notification::READ]];

/// What deals are spoken of in.
const DEAL_WORDS: &[&[Permission]] = &[&[pipeline::READ, stage::READ, exchange_rate::READ]];

/// What everybody does who speaks to customers: plan, visit, call, write, report.
const OWN_WORK: &[&[Permission]] = &[
    follow_up_plan::ALL,
    visit::ALL,
    call::ALL,
    email::ALL,
    calendar_event::ALL,
    &[work_report::READ, work_report::CREATE, work_report::UPDATE, work_report::DELETE],
];

/// Those who lead sales people do to leads and customers all there is to do.
const SALES_LEAD: &[Grants] = &[
    (
        DataScope::DepartmentAndBelow,
        &[
            lead::ALL,
            customer::ALL,
            contact::ALL,
            activity::ALL,
            customer_relation::ALL,
            customer_knowledge::ALL,
            opportunity::ALL,
            forecast::ALL,
            &[recycle_bin::READ, recycle_bin::RESTORE],
        ],
    ),
    (DataScope::DepartmentAndBelow, &[follow_up_plan::ALL, visit::ALL, call::ALL, email::ALL, work_report::ALL]),
    (DataScope::Own, &[calendar_event::ALL]),
    (DataScope::All, &[playbook::ALL, competitor::ALL]),
    (DataScope::All, DEAL_WORDS),
    (
        DataScope::All,
        &[&[lead_pool::READ, customer_pool::READ, assignment_rule::READ, scoring_rule::READ, capacity_rule::READ]],
    ),
    (DataScope::All, COMMON),
    (DataScope::Own, &[view::ALL, knowledge_subscription::ALL, notification::ALL]),
];

pub const PRESETS: &[PresetRole] = &[
    PresetRole { code: ADMIN, zh: "系统管理员", en: "Administrator", extent: Extent::Everything },
    PresetRole {
        code: "sales_director",
        zh: "销售总监",
        en: "Sales director",
        extent: Extent::Both(SALES_LEAD, &[(DataScope::DepartmentAndBelow, &[key_account::ALL])]),
    },
    PresetRole {
        code: "sales_supervisor", zh: "销售主管", en: "Sales supervisor", extent: Extent::Listed(SALES_LEAD)
    },
    PresetRole {
        code: "account_manager",
        zh: "客户经理",
        en: "Account manager",
        extent: Extent::Listed(&[
            (
                DataScope::Own,
                &[
                    &[
                        lead::READ,
                        lead::CREATE,
                        lead::UPDATE,
                        lead::DELETE,
                        lead::CLAIM,
                        lead::RETURN,
                        lead::TRANSFER,
                        lead::INVALIDATE,
                        lead::CONVERT,
                        lead::IMPORT,
                    ],
                    &[
                        customer::READ,
                        customer::CREATE,
                        customer::UPDATE,
                        customer::DELETE,
                        customer::CLAIM,
                        customer::RELEASE,
                        customer::TRANSFER,
                        customer::LOCK,
                        customer::MOVE,
                        customer::IMPORT,
                    ],
                    &[contact::READ, contact::CREATE, contact::UPDATE, contact::DELETE, contact::IMPORT],
                    &[
                        opportunity::READ,
                        opportunity::CREATE,
                        opportunity::UPDATE,
                        opportunity::DELETE,
                        opportunity::CLOSE,
                        opportunity::TRANSFER,
                        opportunity::IMPORT,
                    ],
                    &[forecast::READ, forecast::SUBMIT],
                    activity::ALL,
                    customer_relation::ALL,
                    customer_knowledge::ALL,
                    knowledge_subscription::ALL,
                ],
            ),
            (DataScope::Own, OWN_WORK),
            (DataScope::All, &[&[lead_pool::READ, customer_pool::READ, playbook::READ]]),
            (DataScope::All, &[&[competitor::READ, competitor::CREATE]]),
            (DataScope::All, DEAL_WORDS),
            (DataScope::All, COMMON),
            (DataScope::Own, OWN_VIEWS),
        ]),
    },
    PresetRole {
        code: "marketing",
        zh: "市场人员",
        en: "Marketing",
        // Assigning is possible in pools that they administer; leads they create lie in a pool.
        extent: Extent::Listed(&[
            (DataScope::Department, &[&[lead::READ, activity::READ]]),
            (DataScope::Own, &[&[lead::CREATE, lead::UPDATE, lead::ASSIGN, lead::IMPORT], &[activity::CREATE]]),
            (DataScope::All, &[&[lead_pool::READ]]),
            (DataScope::Own, OWN_WORK),
            (DataScope::All, COMMON),
            (DataScope::Own, OWN_VIEWS),
        ]),
    },
    PresetRole {
        code: "service_manager",
        zh: "服务经理",
        en: "Service manager",
        extent: Extent::Listed(&[
            (DataScope::DepartmentAndBelow, &[&[customer::READ, contact::READ, activity::READ]]),
            (
                DataScope::DepartmentAndBelow,
                &[follow_up_plan::ALL, visit::ALL, call::ALL, email::ALL, work_report::ALL],
            ),
            (DataScope::Own, &[&[activity::CREATE, activity::UPDATE], calendar_event::ALL]),
            (DataScope::All, COMMON),
            (DataScope::Own, &[customer_knowledge::ALL, knowledge_subscription::ALL]),
            (DataScope::Own, OWN_VIEWS),
        ]),
    },
    PresetRole {
        code: "service_engineer",
        zh: "服务工程师",
        en: "Service engineer",
        extent: Extent::Listed(&[
            (DataScope::Own, &[&[customer::READ, contact::READ, activity::READ, activity::CREATE, activity::UPDATE]]),
            (DataScope::Own, OWN_WORK),
            (DataScope::All, COMMON),
            (DataScope::Own, &[customer_knowledge::ALL, knowledge_subscription::ALL]),
            (DataScope::Own, OWN_VIEWS),
        ]),
    },
    PresetRole {
        code: "finance",
        zh: "财务",
        en: "Finance",
        extent: Extent::Listed(&[
            (DataScope::All, &[&[customer::READ, contact::READ, opportunity::READ, forecast::READ]]),
            (DataScope::All, &[&[pipeline::READ, stage::READ, competitor::READ], exchange_rate::ALL]),
            (DataScope::All, COMMON),
            (DataScope::Own, OWN_VIEWS),
        ]),
    },
    PresetRole {
        code: "dealer_user",
        zh: "代理商用户",
        en: "Dealer",
        extent: Extent::Listed(&[(DataScope::All, &[&[dictionary::READ]]), (DataScope::Own, OWN_VIEWS)]),
    },
    PresetRole {
        code: "trainer",
        zh: "培训管理员",
        en: "Trainer",
        extent: Extent::Listed(&[(DataScope::All, COMMON), (DataScope::Own, OWN_VIEWS)]),
    },
    PresetRole { code: "auditor", zh: "审计", en: "Auditor", extent: Extent::Reading },
];

fn listed((scope, groups): &Grants) -> impl Iterator<Item = (Permission, DataScope)> {
    groups.iter().copied().flatten().map(|permission| (*permission, *scope))
}

impl PresetRole {
    /// What it grants and how far.
    pub fn grants(&self) -> Vec<(Permission, DataScope)> {
        match self.extent {
            Extent::Everything => access::catalogue().map(|permission| (permission, DataScope::All)).collect(),
            Extent::Reading => access::catalogue()
                .filter(|permission| permission.action() == "read")
                .map(|permission| (permission, DataScope::All))
                .collect(),
            Extent::Listed(list) => list.iter().flat_map(listed).collect(),
            Extent::Both(list, more) => list.iter().chain(more).flat_map(listed).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scope(role: &str, permission: Permission) -> Option<DataScope> {
        let role = PRESETS.iter().find(|preset| preset.code == role).unwrap();
        role.grants().into_iter().find(|(granted, _)| *granted == permission).map(|(_, scope)| scope)
    }

    #[test]
    fn the_matrix_of_the_specification_holds() {
        let reach = Some(DataScope::DepartmentAndBelow);
        for lead_role in ["sales_director", "sales_supervisor"] {
            assert_eq!(scope(lead_role, lead::ASSIGN), reach);
            assert_eq!(scope(lead_role, lead::RESTORE), reach);
            assert_eq!(scope(lead_role, customer::MERGE), reach);
            assert_eq!(scope(lead_role, customer::EXPORT), reach);
            assert_eq!(scope(lead_role, recycle_bin::PURGE), None);
            assert_eq!(scope(lead_role, user::CREATE), None);
        }
        assert_eq!(scope("account_manager", lead::CLAIM), Some(DataScope::Own));
        assert_eq!(scope("account_manager", lead::CONVERT), Some(DataScope::Own));
        for never in [lead::ASSIGN, lead::RESTORE, lead::EXPORT, customer::MERGE, customer::CREATE_DUPLICATE] {
            assert_eq!(scope("account_manager", never), None);
        }
        assert_eq!(scope("marketing", lead::CLAIM), None);
        assert_eq!(scope("marketing", lead::CREATE), Some(DataScope::Own));
        assert_eq!(scope("finance", customer::READ), Some(DataScope::All));
        assert_eq!(scope("finance", customer::UPDATE), None);
        assert_eq!(scope("dealer_user", customer::READ), None);
        assert_eq!(scope("auditor", access::audit_log::READ), Some(DataScope::All));
        assert_eq!(scope("auditor", lead::UPDATE), None);
        assert_eq!(scope(ADMIN, recycle_bin::PURGE), Some(DataScope::All));
    }

    #[test]
    fn no_role_says_anything_twice_or_writes_what_it_cannot_read() {
        for role in PRESETS {
            let grants = role.grants();
            for (at, (permission, _)) in grants.iter().enumerate() {
                assert!(!grants[..at].iter().any(|(other, _)| other == permission), "{}: {permission:?}", role.code);
                let read = format!("{}:read", permission.object());
                assert!(grants.iter().any(|(other, _)| other.0 == read), "{}: {permission:?}", role.code);
            }
        }
    }

    #[test]
    fn every_role_of_the_specification_is_there() {
        let codes: Vec<_> = PRESETS.iter().map(|role| role.code).collect();
        assert_eq!(
            codes,
            [
                "admin",
                "sales_director",
                "sales_supervisor",
                "account_manager",
                "marketing",
                "service_manager",
                "service_engineer",
                "finance",
                "dealer_user",
                "trainer",
                "auditor",
            ]
        );
    }
}
