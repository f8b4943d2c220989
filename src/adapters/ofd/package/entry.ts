/** The entry that every package must have; reading begins with it (GB/T 33190 7.1). */
export const ENTRY = "OFD.xml";
