import { opennessOf } from '#domain/contact/openness.ts';
import { openCasesOfPeople } from '#storage/cases/read-file.ts';
import type { App, Tx } from '#usecases/app.ts';
import { evaluateEach } from '#usecases/gate/steps/evaluate-contact.ts';
import { loadGateInputs } from '#usecases/gate/steps/load-gate-inputs.ts';
import { portfolioOf } from '#usecases/portfolios/steps/portfolio-of.ts';

/** The ways in which most contact is made; what counts for one of them counts for its kin. */
const asked = [{ channel: 'phone_call' }, { channel: 'sms', mode: 'automatic' }] as const;

/** What may be done now on the open cases of some people: each phone, by call and by text message. */
export async function whatIsOpen(app: App, tx: Tx, people: readonly string[]) {
  const open = new Map<string, ReturnType<typeof opennessOf>>();
  for (const { portfolioId, ...ref } of await openCasesOfPeople(tx, people)) {
    const portfolio = await portfolioOf(app, portfolioId, tx);
    for (const how of asked) {
      const wanted = { ...ref, portfolio, userId: null, exceptAttempt: null, how };
      const inputs = await loadGateInputs(app, tx, wanted);
      const answers = evaluateEach(app, wanted, inputs, inputs.phones);
      answers.forEach(({ decision }, i) => {
        open.set(`${ref.caseId} ${inputs.phones[i]} ${how.channel}`, opennessOf(decision));
      });
    }
  }
  return open;
}
