import * as contract from '#contract/compliance/evidence.ts';
import { exportEvidence } from '#usecases/compliance/export-evidence.ts';
import { type HttpContext, mount } from '../mount.ts';

/** The record of a person's contacts as one file. */
export function mountEvidence(context: HttpContext): void {
  mount(context, contract.exportEvidence, exportEvidence);
}
