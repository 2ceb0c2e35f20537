package org.durumi.files;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseAccess;
import org.durumi.cases.CaseFile;
import org.durumi.cases.CaseRights.Right;
import org.durumi.cases.CaseRoom;
import org.durumi.cases.Changes;
import org.durumi.cases.CorrectableRow;
import org.durumi.cases.Participants;
import org.durumi.identity.CurrentUser;
import org.durumi.jdbc.RareRows;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.Longest;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.vault.CaseKey;
import org.durumi.vault.Recording;
import org.durumi.vault.WillNotOpen;

/** Attaches files to cases, opens them for those who work on the case, and takes back what does not belong there. */
@ApplicationScoped
@Transactional
public class AttachmentService {
    @Inject
    Attachments rows;

    @Inject
    RareRows rare;

    @Inject
    FileStore store;

    @Inject
    FileRoom room;

    @Inject
    CaseAccess access;

    @Inject
    Changes changes;

    @Inject
    Participants participants;

    @Inject
    CurrentUser user;

    @Inject
    Clock clock;

    /** All of a case that has been opened already, what was taken back too, the newest first. */
    public List<Attachment> of(CaseFile file) {
        return file.key(AccessGroup.FILE)
                .opened(rare.of(file.id().value(), "attachment", () -> rows.attachments(file.id())));
    }

    /** How many files an opened case has. */
    public int numberOf(CaseFile file) {
        return rare.hasNone(file.id().value(), "attachment") ? 0 : (int) rows.number(file.id());
    }

    /** Whether the person who acts may open a file of a case: one that was taken back is left to who decides in it. */
    public boolean mayOpen(CaseFile file, Attachment attachment) {
        return attachment.stands() || file.rights().holds(Right.DECIDE);
    }

    /**
     * Attaches a file.
     *
     * @param clean what is stored of it
     * @throws NotFound if it is about somebody who is not in this case
     * @throws RuleViolation if the case is closed, or at «file» if there is no room for it
     */
    public EntryId attach(CaseNumber number, @Valid NewAttachment told, CleanFile clean) {
        CaseFile file = access.toChange(number, AccessGroup.FILE);
        participants.require(file, told.about());
        List<Attachment> before = of(file);
        requireRoom(before, told.about());
        CaseKey key = file.key(AccessGroup.FILE);
        Attachment attachment = Attachment.attach(
                file.id(), told, clean, new Recording(user.actor().signed(clock.instant()), key));
        room.require(attachment, before);
        rows.add(attachment);
        for (int part = 0; part < clean.parts().size(); part++) {
            byte[] whole = clean.parts().get(part);
            for (int piece = 0; piece < Chunk.number(whole.length); piece++) {
                store.add(Chunk.of(attachment, part, piece, whole, key));
            }
        }
        changes.noted(file, AccessAction.CHANGE, AccessGroup.FILE);
        return attachment.id();
    }

    /** What is known of one person of one kind has its limit; what is about the case as a whole, the same. */
    private static void requireRoom(List<Attachment> before, Set<ParticipantId> about) {
        if (about.isEmpty()) {
            CaseRoom.forOneMore(
                    before.stream().filter(each -> each.whom().isEmpty()).count());
        }
        about.forEach(who -> CaseRoom.forOneMore(
                before.stream().filter(each -> each.whom().contains(who)).count()));
    }

    /**
     * Takes a file back: it stays, struck, with the reason, and caseworkers do not open it any more.
     *
     * @throws NotFound if there is no such file
     * @throws RuleViolation if it was taken back already, or at «reason» if that is empty
     */
    public void takeBack(CaseNumber number, EntryId id, @Longest(1000) String why) {
        CaseFile file = access.toChange(number, AccessGroup.FILE);
        Attachment attachment = one(file, id);
        CorrectableRow.requireReason("reason", why);
        attachment.strike(why, new Recording(user.actor().signed(clock.instant()), file.key(AccessGroup.FILE)));
        rows.save(attachment);
        changes.noted(file, AccessAction.CHANGE, AccessGroup.FILE);
    }

    /**
     * Opens one page of a file to look at it.
     *
     * @param page from 1
     * @throws NotFound if there is no such file or page, or the person may not open it any more
     */
    public OpenFile page(CaseNumber number, EntryId id, int page) {
        CaseFile file = access.toRead(number, AccessGroup.FILE);
        if (page < 1) {
            throw new NotFound();
        }
        return open(file, id, page);
    }

    /**
     * Opens a file to take it out of the house.
     *
     * @throws NotFound if there is no such file, the person may not open it any more, or may only read in this case
     */
    public OpenFile download(CaseNumber number, EntryId id) {
        return open(access.toDownload(number, AccessGroup.FILE), id, 0);
    }

    private OpenFile open(CaseFile file, EntryId id, int part) {
        Attachment attachment = one(file, id);
        if (!mayOpen(file, attachment) || part > attachment.pages()) {
            throw new NotFound();
        }
        return new OpenFile(attachment, part, file.key(AccessGroup.FILE));
    }

    /** A piece of an open file; empty if somebody else than the application changed it, which is told. */
    public Optional<byte[]> piece(OpenFile open, int number) {
        Attachment attachment = open.attachment();
        Optional<Chunk> chunk = store.chunk(attachment.caseId(), attachment.id(), open.part(), number);
        if (chunk.isEmpty()) {
            open.key().changedOutside(attachment.id().value());
        }
        try {
            return chunk.map(each -> each.open(attachment, open.part(), number, open.key()));
        } catch (WillNotOpen changed) {
            // The transaction goes on: what it tells is stored with it.
            open.key().changedOutside(attachment.id().value());
            return Optional.empty();
        }
    }

    private Attachment one(CaseFile file, EntryId id) {
        return of(file).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
