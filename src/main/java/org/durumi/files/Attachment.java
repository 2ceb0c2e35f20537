package org.durumi.files;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.durumi.cases.Confirmation;
import org.durumi.cases.CorrectableRow;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.vault.Recording;
import org.durumi.vault.SealedColumn;

/**
 * A file of a case: what it shows, whom it is about, of which kind and size it is. Its content lies in chunks. It is never changed;
 * one that does not belong here is taken back, visibly.
 */
@Entity
@Table(name = "attachment")
public class Attachment extends CorrectableRow<AttachmentWords, CorrectableRow.Struck> {
    private static final SealedColumn<AttachmentWords> SAID =
            new SealedColumn<>("attachment", "sealed", AttachmentWords.class);
    private static final SealedColumn<Struck> BECAME = new SealedColumn<>("attachment", "sealed_state", Struck.class);

    private long stored;

    protected Attachment() {
        super(SAID, BECAME); // Hibernate
    }

    private Attachment(CaseId caseId, AttachmentWords told, Recording recording) {
        super(SAID, BECAME, caseId, Confirmation.NOT_NEEDED, Optional.empty());
        this.stored = Chunk.roomFor(told.parts());
        say(told, recording);
        keep(new Struck(""), recording.key());
    }

    static Attachment attach(CaseId caseId, NewAttachment told, CleanFile clean, Recording recording) {
        return new Attachment(caseId, AttachmentWords.of(told, clean), recording);
    }

    @Override
    protected Struck becoming(String strikeReason) {
        return new Struck(strikeReason);
    }

    @Override
    protected List<Object> columns() {
        return List.of(stored);
    }

    /** Whom it is about; nobody if it is about the case as a whole. */
    @Override
    public Set<ParticipantId> whom() {
        return words().about();
    }

    public String title() {
        return words().title();
    }

    public PartialDate dated() {
        return words().dated();
    }

    public FileKind kind() {
        return words().kind();
    }

    /** In pixels; 0 if it is no image. */
    public int width() {
        return words().width();
    }

    /** In pixels; 0 if it is no image. */
    public int height() {
        return words().height();
    }

    /** In bytes, as it is downloaded. */
    public int size() {
        return length(0);
    }

    /** How many pages can be looked at; an image is one. */
    public int pages() {
        return words().parts().size() - 1;
    }

    /** In bytes. */
    int length(int part) {
        return words().parts().get(part);
    }

    /** The bytes that it takes of the room for files, in clear: how large a file is, up to the size of a filled chunk. */
    public long stored() {
        return stored;
    }
}
