/** What a role allows an occupant to do (§8.5; XEP-0045 §5.1). */

export const ROLES = ['none', 'visitor', 'participant', 'moderator'] as const;
export type Role = (typeof ROLES)[number];

export type RolePrivilege =
  | 'present'
  | 'receiveMessages'
  | 'receivePresence'
  | 'broadcastPresence'
  | 'changeAvailability'
  | 'changeNick'
  | 'privateMessage'
  | 'invite'
  | 'groupchat'
  | 'subject'
  | 'kick'
  | 'grantVoice'
  | 'revokeVoice';

const VISITOR: readonly RolePrivilege[] = [
  'present',
  'receiveMessages',
  'receivePresence',
  'broadcastPresence',
  'changeAvailability',
  'changeNick',
  'privateMessage',
  'invite',
];
const PARTICIPANT: readonly RolePrivilege[] = [...VISITOR, 'groupchat'];
const MODERATOR: readonly RolePrivilege[] = [...PARTICIPANT, 'subject', 'kick', 'grantVoice', 'revokeVoice'];

const PRIVILEGES: Readonly<Record<Role, ReadonlySet<RolePrivilege>>> = {
  none: new Set(),
  visitor: new Set(VISITOR),
  participant: new Set(PARTICIPANT),
  moderator: new Set(MODERATOR),
};

/** Whether an occupant in this role may do that. */
export function roleMay(role: Role, privilege: RolePrivilege): boolean {
  return PRIVILEGES[role].has(privilege);
}

/** Whether a text of the wire names a role. */
export function isRole(text: string | undefined): text is Role {
  return text !== undefined && (ROLES as readonly string[]).includes(text);
}
