/** Values that one parameter of the address holds, with commas between them: any of them is meant. */
export const anyOf = (value: string): string[] => value.split(',').filter((each) => each !== '')
