/** What the reader chose, as formulas of a report read it. */
export const CHOSEN_NAMES = ['chosenPeriod', 'chosenPeriodStartOn', 'chosenPeriodEndOn', 'chosenOrgId'] as const;

/** What formulas over a filing that is owed read besides its envelope. */
export const FILING_NAMES = ['isReported', 'isAccepted', 'isOnTime', 'isReturned'] as const;

/**
 * What rows of changes of state have besides their record: states before and after, the day, and how many days the one
 * before had lasted.
 */
export const MOVE_NAMES = ['moveFrom', 'moveTo', 'movedOn', 'daysBefore'] as const;

/** What rows made of facts have besides their organisation. */
export const FACT_NAMES = ['periodCode', 'by'] as const;

/** Values that stand in braces in every text of a report. */
export const TEXT_NAMES = ['period', 'organisation', 'today'] as const;
