import { CheckIcon } from './icons.tsx';
import classes from './kit.module.css';
import { useWords } from './words.ts';

type StepsProps = {
  /** What the steps lead through, for screen readers. */
  readonly label: string;
  readonly steps: readonly string[];
  /** Index of the step being done; `steps.length` when all are. */
  readonly current: number;
  /** Goes back to a step already done. */
  readonly onGo?: (step: number) => void;
};

/** Where a person is in a short sequence, and the way back. */
export function Steps({ label, steps, current, onGo }: StepsProps) {
  const { t } = useWords();
  return (
    <nav aria-label={label}>
      <ol className={classes.steps}>
        {steps.map((step, index) => {
          const done = index < current;
          const inside = (
            <>
              <span className={classes.stepDot} aria-hidden>
                {done ? <CheckIcon size={12} /> : index + 1}
              </span>
              {step}
              {done ? <span className={classes.unseen}> {t('ui:steps.done')}</span> : null}
            </>
          );
          return (
            <li
              key={step}
              data-done={done || undefined}
              aria-current={index === current ? 'step' : undefined}
            >
              {done && onGo ? (
                <button type="button" onClick={() => onGo(index)}>
                  {inside}
                </button>
              ) : (
                <span>{inside}</span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
