package org.durumi.files;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.durumi.cases.CaseFixtures;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;

/** Speaking beginnings for tests of files. */
public final class FileFixtures {
    private FileFixtures() {}

    public static NewAttachment titled(String title, ParticipantId... about) {
        return new NewAttachment(title, PartialDate.unknown(), Set.of(about));
    }

    /** What is stored of an image with one small one, each of so many bytes. */
    static CleanFile image(int size) {
        return new CleanFile(FileKind.JPEG, 40, 30, List.of(bytes(size, 1), bytes(size, 2)));
    }

    static byte[] bytes(int size, int seed) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    static Attachment attached(CaseId caseId, int size) {
        return Attachment.attach(caseId, titled("a photo"), image(size), CaseFixtures.by(CaseFixtures.HANEUL, caseId));
    }
}
