import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id } from '../shapes.ts';

export const exportEvidence = endpoint({
  name: 'compliance.export-evidence',
  method: 'POST',
  path: '/api/compliance/evidence',
  right: 'evidence.export',
  work: 'heavy',
  shows: 'customer',
  summary:
    'All that is on record about contact with the person of a case, as one PDF or JSON file.',
  input: z.strictObject({ caseId: id, format: z.enum(['pdf', 'json']) }),
  output: z.object({
    fileName: z.string(),
    mediaType: z.string(),
    /** The file. */
    base64: z.string(),
    /** SHA-256 of the file, hexadecimal. */
    sha256: z.string(),
  }),
});
