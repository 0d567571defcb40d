import * as contract from '#contract/compliance/evidence.ts';
import * as readings from '#contract/compliance/readings.ts';
import { listReadings } from '#usecases/audit/read-readings.ts';
import { exportEvidence } from '#usecases/compliance/export-evidence.ts';
import { type HttpContext, mount } from '../mount.ts';

/** The record of a person's contacts as one file, and who has read or taken out what. */
export function mountEvidence(context: HttpContext): void {
  mount(context, contract.exportEvidence, exportEvidence);
  mount(context, readings.listReadings, listReadings);
}
