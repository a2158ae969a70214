/** Where the picture of a certified institution or agency is: another picture has another address. */
export const markAddress = (organization: string, mark: string) =>
  `/api/institutions/${organization}/mark/${mark}`;
