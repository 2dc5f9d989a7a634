type Admit = typeof import('@jiceng/core/report/admit.js').admitReport;

let admit: Admit | undefined;

/** The gate for reports, once it is loaded. */
export const gate = (): Admit | undefined => admit;

/** Loads it. Data are read meanwhile. */
export async function loadGate(): Promise<void> {
  ({ admitReport: admit } = await import('@jiceng/core/report/admit.js'));
}
