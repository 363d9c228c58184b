package de.werkraum.export;

/** One kind of document that is made from the plan as it is. */
interface PlanFormat {
    /** The name in the address, which is also the ending of the file. */
    String name();

    /** For {@code Content-Type}. */
    String mediaType();

    byte[] render(ExportInput input);
}
