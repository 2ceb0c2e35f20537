package org.durumi.files;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.durumi.kernel.RuleViolation;

/** Makes of what somebody sends what is stored: drawn or written anew, in a process of its own. */
@ApplicationScoped
public class FileCleaner {
    /** How many bytes a file may have. */
    public static final int LARGEST = 20 * 1024 * 1024;

    @Inject
    DrawingProcess drawing;

    @Inject
    MalwareScan scan;

    /**
     * Takes up to a minute, and begins no transaction.
     *
     * @throws RuleViolation at «file» if it is not taken
     */
    public CleanFile clean(byte[] sent) {
        if (sent.length == 0) {
            throw RuleViolation.at("file", "file.missing");
        } else if (sent.length > LARGEST) {
            throw RuleViolation.at("file", "file.too-large");
        }
        FileKind kind = FileSort.of(sent);
        scan.require(sent);
        return switch (kind) {
            case JPEG, PNG, PDF, ODT, DOCX -> drawing.draw(kind, sent);
            case TEXT -> CleanFile.asItIs(kind, PlainText.normalised(sent));
        };
    }
}
