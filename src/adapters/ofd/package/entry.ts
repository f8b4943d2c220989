/** The entry every package begins with (GB/T 33190 7.1). */
export const ENTRY = "OFD.xml";
