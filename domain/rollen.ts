/**
 * Who may do what. aanleveraar: uploads and publishes. bemiddelaar: searches and asks details. beheerder:
 * both, and settings. auditor: reads the trail of the own gemeente. operator: runs UM, sees no gemeente's data.
 */
export const rollen = ['aanleveraar', 'bemiddelaar', 'beheerder', 'auditor', 'operator'] as const;
export type Rol = (typeof rollen)[number];
