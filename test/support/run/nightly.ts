/** Whether the tests run as long as they do at night: `NIGHTLY=1 npm test`. */
export const nightly = process.env['NIGHTLY'] === '1';
