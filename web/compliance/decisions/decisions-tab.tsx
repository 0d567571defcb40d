import { useAddress } from '../address.ts';
import { DecisionView } from './decision-view.tsx';
import { FiguresView } from './figures-view.tsx';
import { isFigure, RowsView } from './rows-view.tsx';

/** Figures, the rows behind one of them, one decision: each opens into the next. */
export function DecisionsTab() {
  const { address } = useAddress();
  if (address.decision) {
    return <DecisionView key={address.decision} decisionId={address.decision} />;
  }
  const { figure } = address;
  return isFigure(figure) ? <RowsView figure={figure} /> : <FiguresView />;
}
