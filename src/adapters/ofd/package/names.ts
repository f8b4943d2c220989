/** The elements and attributes that are read, as GB/T 33190 spells them. */
const NAMES: readonly string[] = (
  "DocBody DocRoot Versions Current Signatures Signature SignedInfo StampAnnot PageRef " +
  "Document CommonData PageArea PhysicalBox CropBox ApplicationBox PublicRes DocumentRes DefaultCS TemplatePage Pages " +
  "Annotations Page BaseLoc PageRes Area Template TemplateID ZOrder Content Layer Type PageID FileLoc Annot " +
  "Appearance Remark PageBlock TextObject PathObject ImageObject CompositeObject ID ResourceID Boundary CTM " +
  "Visible DrawParam Relative LineWidth DashPattern DashOffset Alpha Fill Stroke Rule FillColor StrokeColor " +
  "Value Index ColorSpace Palette CV BitsPerComponent Pattern CellContent AxialShd RadialShd GouraudShd " +
  "LaGouraudShd Clips Clip TransFlag Path AbbreviatedData TextCode X Y DeltaX DeltaY CGTransform CodePosition " +
  "CodeCount GlyphCount Glyphs Font Size HScale ReadDirection CharDirection Weight Bold FontName FamilyName Charset FontFile MediaFile " +
  "CompositeGraphicUnit MultiMedia"
).split(" ");

const BY_SMALL_LETTERS: ReadonlyMap<string, string> = new Map(
  NAMES.map((name) => [name.toLowerCase(), name]),
);

/** At most so many spellings of one part are kept; a part of a report has about thirty. */
const MOST_SPELLINGS = 500;

export interface PartNames {
  /**
   * A name as the standard spells it, without its prefix: writers use `ofd:`, another prefix or none, under several
   * namespaces.
   */
  readonly standard: (written: string) => string;
  /** Whether some name had other letters than the standard's, small for large: programs differ in whether they know it. */
  readonly areMisspelt: () => boolean;
}

/** The names of one part, each worked out once. */
export function partNames(): PartNames {
  const known = new Map<string, string>();
  let misspelt = false;
  return {
    standard: (written) => {
      const name = known.get(written);
      if (name !== undefined) return name;
      const local = localOf(written);
      const standard = BY_SMALL_LETTERS.get(local.toLowerCase()) ?? local;
      misspelt ||= standard !== local;
      if (known.size < MOST_SPELLINGS) known.set(written, standard);
      return standard;
    },
    areMisspelt: () => misspelt,
  };
}

/** Names of XML itself, such as the declarations of namespaces, are left whole. */
function localOf(written: string): string {
  return /^xml(?:ns)?:/.test(written) ? written : written.slice(written.indexOf(":") + 1);
}
