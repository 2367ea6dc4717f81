// The roles of people and machines that work with the registry.

export const ROLES = ['INV', 'BO1', 'BO2', 'CO', 'PRO', 'NAD', 'SAD', 'AUD', 'DPO', 'LIA', 'SVC'] as const;

/**
 * INV investigator, BO1 first line, BO2 second line, CO case officer of a central authority, PRO prosecutor,
 * NAD national admin, SAD system admin (no content), AUD auditor, DPO data-protection officer,
 * LIA liaison of a partner state (reads), SVC service account.
 */
export type Role = (typeof ROLES)[number];
