/** Leaves with the first file of the terminal program: an empty folder can not be compiled. */
export const place = 'apps/terminal';
