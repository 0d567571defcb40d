/** x */
export const gbHours = {};
