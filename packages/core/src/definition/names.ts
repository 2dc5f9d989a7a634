/** Names under which formulas read a record's envelope; a definition's fields and parameters may not be called so. */
export const ENVELOPE_NAMES = [
  'recordId',
  'orgId',
  'orgPath',
  'orgName',
  'orgShortName',
  'orgCode',
  'orgType',
  'orgForm',
  'orgLevel',
  'parentOrgId',
  'subjectId',
  'subjectTitle',
  'periodCode',
  'periodKind',
  'periodStartOn',
  'periodEndOn',
  'submissionStatus',
  'stateSince',
  'dueAt',
  'submittedAt',
  'isLate',
  'lateDays',
  'returnCount',
  'revisionNo',
  'createdOn',
  'updatedOn',
  'filledBy',
  'submittedBy',
  'reviewedBy',
] as const;

/** Names that exist only while a move or step is carried out. */
export const COMMAND_NAMES = ['now', 'actorId', 'actorOrgId'] as const;

/** Names of one item while a score's hand-over runs, and columns of `score` in veto and band conditions. */
export const SCORE_NAMES = [
  'itemId',
  'itemName',
  'dimensionId',
  'dimensionName',
  'maxScore',
  'finalScore',
  'deductReason',
] as const;
