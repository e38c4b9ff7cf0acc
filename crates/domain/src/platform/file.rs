//! Files as records name them.

use serde::{Deserialize, Deserializer, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// A file that was brought before, by its id; what a record tells of one names it, too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[schema(value_type = Uuid)]
pub struct FileId(pub Uuid);

impl<'de> Deserialize<'de> for FileId {
    fn deserialize<D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Named {
            Id(Uuid),
            Told { id: Uuid },
        }
        let (Named::Id(id) | Named::Told { id }) = Named::deserialize(value)?;
        Ok(Self(id))
    }
}
