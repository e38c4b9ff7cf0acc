//! Who works on a customer beside its owner (3.2).

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use super::choices;
use crate::{FieldCode, FieldError, UserId, text::ShortText};

choices! {
    /// What a member of a team may do with its customer.
    TeamAccess { Read = "read", ReadWrite = "read_write" }
}

/// A member of a customer's team.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Member {
    pub user_id: UserId,
    pub access: TeamAccess,
    /// What he does in it: 售前, 交付.
    #[serde(default)]
    pub role_label: Option<ShortText>,
    /// From then on he is out of it.
    #[serde(default)]
    pub expires_at: Option<DateTime<Utc>>,
}

/// The whole team of a customer.
#[derive(Debug, Clone, PartialEq, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Team {
    #[validate(length(max = 50), nested)]
    pub members: Vec<Member>,
}

impl Team {
    /// The members who cannot be in it: those who are named twice, and the owner, who has it all.
    pub fn wrong(&self, owner: Option<UserId>) -> Vec<FieldError> {
        let mut wrong = Vec::new();
        for (index, member) in self.members.iter().enumerate() {
            let pointer = || format!("/members/{index}/user_id");
            if Some(member.user_id) == owner {
                wrong.push(FieldError::new(pointer(), FieldCode::Invalid));
            }
            if self.members.iter().take(index).any(|other| other.user_id == member.user_id) {
                wrong.push(FieldError::new(pointer(), FieldCode::Duplicate));
            }
        }
        wrong
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_in_a_team_twice_and_no_owner_is() {
        let (ann, bob) = (UserId::new(), UserId::new());
        let member = |user_id| Member { user_id, access: TeamAccess::Read, role_label: None, expires_at: None };
        let team = Team { members: vec![member(ann), member(bob), member(ann)] };
        let pointers =
            |owner| team.wrong(owner).into_iter().map(|wrong| wrong.pointer.into_owned()).collect::<Vec<_>>();
        assert_eq!(pointers(None), ["/members/2/user_id"]);
        assert_eq!(pointers(Some(bob)), ["/members/1/user_id", "/members/2/user_id"]);
    }
}
