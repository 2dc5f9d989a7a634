import { css } from 'lit';

export default css`
  .facts {
    margin-bottom: var(--_space-m);
    padding: var(--_space-m);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .facts legend, .legend { font-weight: 600; }
  .legend { margin-bottom: var(--_space-s); }
  .fact { display: flex; align-items: center; flex-wrap: wrap; min-height: 32px; }
  .known { flex: 1 1 180px; min-width: 0; display: flex; align-items: center; }
  .known input { width: 16px; height: 16px; margin-right: var(--_space-s); flex: none; accent-color: var(--_primary); }
  .fact input[type='range'] {
    flex: 2 1 160px;
    min-width: 120px;
    min-height: var(--_target);
    accent-color: var(--_primary);
  }
  .fact-value { flex: 0 0 84px; text-align: end; font-variant-numeric: tabular-nums; }
  .weak { color: var(--_text-weak); margin-bottom: var(--_space-s); }
`;
