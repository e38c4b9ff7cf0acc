//! Who is meant by a pool or a rule, and where a record goes when it is let go (2.5.9).

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{DepartmentId, RoleId, UserId};

/// The people a pool or a rule is for. Naming nobody, it is for the whole organisation.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Audience {
    pub users: Vec<UserId>,
    pub roles: Vec<RoleId>,
    /// With the departments below them.
    pub departments: Vec<DepartmentId>,
}

/// A person's place in the organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    pub user: UserId,
    pub roles: Vec<RoleId>,
    /// The departments he is in and those above, with how far above: 0 for his own.
    pub departments: Vec<(DepartmentId, u32)>,
}

/// How closely a rule means a person; the closest comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Closeness {
    User,
    Role,
    Department { above: u32 },
    Organisation,
}

impl Audience {
    /// How closely this means `person`, if at all.
    pub fn closeness(&self, person: &Person) -> Option<Closeness> {
        if self.users.contains(&person.user) {
            return Some(Closeness::User);
        }
        if self.roles.iter().any(|role| person.roles.contains(role)) {
            return Some(Closeness::Role);
        }
        let nearest =
            person.departments.iter().filter(|(id, _)| self.departments.contains(id)).map(|(_, above)| *above);
        if let Some(above) = nearest.min() {
            return Some(Closeness::Department { above });
        }
        self.is_organisation().then_some(Closeness::Organisation)
    }

    pub fn is_organisation(&self) -> bool {
        self.users.is_empty() && self.roles.is_empty() && self.departments.is_empty()
    }

    /// Whether both name the same user, the same role, the same department or both nobody: then neither is closer.
    pub fn clashes(&self, other: &Self) -> bool {
        self.users.iter().any(|id| other.users.contains(id))
            || self.roles.iter().any(|id| other.roles.contains(id))
            || self.departments.iter().any(|id| other.departments.contains(id))
            || (self.is_organisation() && other.is_organisation())
    }
}

/// A pool that could receive a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PoolChoice<Id> {
    pub id: Id,
    pub enabled: bool,
    pub is_default: bool,
    pub members: Audience,
}

/// The pool that a record goes to when it is let go (2.5.9): the one it came from; else the one closest to its owner;
/// else the default. A default pool that is off still receives: a record is never left without owner and pool.
pub fn target_pool<Id: Ord + Copy>(
    pools: &[PoolChoice<Id>],
    came_from: Option<Id>,
    owner: Option<&Person>,
) -> Option<Id> {
    let enabled = || pools.iter().filter(|pool| pool.enabled);
    if let Some(pool) = enabled().find(|pool| Some(pool.id) == came_from) {
        return Some(pool.id);
    }
    let closest = owner.and_then(|owner| {
        enabled()
            .filter(|pool| !pool.members.is_organisation())
            .filter_map(|pool| Some((pool.members.closeness(owner)?, pool.id)))
            .min()
    });
    let default = || pools.iter().find(|pool| pool.is_default).map(|pool| pool.id);
    let any = || enabled().map(|pool| pool.id).min();
    closest.map(|(_, id)| id).or_else(default).or_else(any)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person() -> Person {
        super::super::capacity::tests::person()
    }

    #[test]
    fn a_record_goes_back_where_it_belongs() {
        let ann = person();
        let pool = |id, enabled, is_default, members| PoolChoice { id, enabled, is_default, members };
        let anns_team = Audience { departments: vec![ann.departments[0].0], ..Audience::default() };
        let anns_branch = Audience { departments: vec![ann.departments[1].0], ..Audience::default() };
        let mut pools = vec![
            pool(1, true, true, Audience::default()),
            pool(2, true, false, anns_branch),
            pool(3, true, false, anns_team),
            pool(4, true, false, Audience { users: vec![UserId::new()], ..Audience::default() }),
        ];
        assert_eq!(target_pool(&pools, Some(4), Some(&ann)), Some(4));
        pools[3].enabled = false;
        assert_eq!(target_pool(&pools, Some(4), Some(&ann)), Some(3));
        pools[2].enabled = false;
        assert_eq!(target_pool(&pools, Some(4), Some(&ann)), Some(2));
        assert_eq!(target_pool(&pools, None, None), Some(1));
        pools[1].enabled = false;
        assert_eq!(target_pool(&pools, None, Some(&ann)), Some(1));
    }
}
