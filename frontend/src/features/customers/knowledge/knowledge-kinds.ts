/** What may be known of a customer. */
export const KINDS = ['preference', 'channel', 'behaviour', 'decision_process', 'competitor', 'risk', 'other'];
export const CONFIDENCE = ['low', 'mid', 'high'];
export const VISIBILITY = ['customer', 'organisation'];
