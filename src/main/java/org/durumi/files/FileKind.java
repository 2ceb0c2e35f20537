package org.durumi.files;

/** What a file of a case is, by its content. */
public enum FileKind {
    JPEG("image/jpeg", "jpg"),
    PNG("image/png", "png"),
    PDF("application/pdf", "pdf"),
    TEXT("text/plain;charset=UTF-8", "txt"),
    ODT("application/vnd.oasis.opendocument.text", "odt"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx");

    private final String type;
    private final String ending;

    FileKind(String type, String ending) {
        this.type = type;
        this.ending = ending;
    }

    /** How a browser calls it. */
    public String type() {
        return type;
    }

    /** How the name of a downloaded file ends. */
    public String ending() {
        return ending;
    }

    /** Whether what it holds is looked through and not drawn, so that it may hold what its sender does not see. */
    public boolean mayHoldHiddenData() {
        return this == ODT || this == DOCX;
    }
}
