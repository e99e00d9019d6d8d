import { assessmentAddress } from '#features/learning/addresses.ts';

export const questionAddress = (code: string, position: number): string => `${assessmentAddress(code)}/${position}`;
export const endAddress = (code: string): string => `${assessmentAddress(code)}/fin`;
export const resultAddress = (code: string): string => `${assessmentAddress(code)}/resultat`;
