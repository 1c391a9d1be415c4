/** What a long-lived affiliation allows (§8.5; XEP-0045 §5.2). */
import type { Role } from './roles.js';

export const AFFILIATIONS = ['outcast', 'none', 'member', 'admin', 'owner'] as const;
export type Affiliation = (typeof AFFILIATIONS)[number];

export type AffiliationPrivilege =
  | 'enterOpen'
  | 'register'
  | 'getMemberList'
  | 'enterMembersOnly'
  | 'ban'
  | 'editMembers'
  | 'editModerators'
  | 'editAdmins'
  | 'editOwners'
  | 'changeConfig'
  | 'destroy'
  | 'viewJids';

const NONE: readonly AffiliationPrivilege[] = ['enterOpen', 'register'];
const MEMBER: readonly AffiliationPrivilege[] = [...NONE, 'getMemberList', 'enterMembersOnly'];
const ADMIN: readonly AffiliationPrivilege[] = [
  ...MEMBER,
  'ban',
  'editMembers',
  'editModerators',
  'viewJids',
];
const OWNER: readonly AffiliationPrivilege[] = [
  ...ADMIN,
  'editAdmins',
  'editOwners',
  'changeConfig',
  'destroy',
];

const PRIVILEGES: Readonly<Record<Affiliation, ReadonlySet<AffiliationPrivilege>>> = {
  outcast: new Set(),
  none: new Set(NONE),
  member: new Set(MEMBER),
  admin: new Set(ADMIN),
  owner: new Set(OWNER),
};

const WEIGHTS: Readonly<Record<Affiliation, number>> = {
  outcast: 0,
  none: 10,
  member: 20,
  admin: 30,
  owner: 40,
};

/** Whether somebody of this affiliation may do that. */
export function affiliationMay(affiliation: Affiliation, privilege: AffiliationPrivilege): boolean {
  return PRIVILEGES[affiliation].has(privilege);
}

/** The heavier one has the say. */
export function affiliationWeight(affiliation: Affiliation): number {
  return WEIGHTS[affiliation];
}

/** Whether a text of the wire or of the database names an affiliation. */
export function isAffiliation(text: string | undefined): text is Affiliation {
  return text !== undefined && (AFFILIATIONS as readonly string[]).includes(text);
}

/** The role that somebody gets on entering (§8.3). */
export function defaultRole(affiliation: Affiliation, moderated: boolean): Role {
  if (affiliation === 'outcast') return 'none';
  if (affiliation === 'owner' || affiliation === 'admin') return 'moderator';
  return moderated && affiliation === 'none' ? 'visitor' : 'participant';
}
