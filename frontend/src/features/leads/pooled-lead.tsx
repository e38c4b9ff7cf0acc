import { pooled } from '@/lib/ownership/claim-button';
import { lead } from './lead.resource';

/** A lead as its pool shows it. */
export const pooledLead = pooled(lead);
