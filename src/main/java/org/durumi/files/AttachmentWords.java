package org.durumi.files;

import java.util.List;
import java.util.Set;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;

/**
 * What a file says, all of it sealed.
 *
 * @param width in pixels; 0 if it is no image
 * @param height in pixels; 0 if it is no image
 * @param parts how many bytes each of its parts has: what is downloaded, then one image for each page that can be looked at
 */
public record AttachmentWords(
        String title,
        PartialDate dated,
        Set<ParticipantId> about,
        FileKind kind,
        int width,
        int height,
        List<Integer> parts) {
    static AttachmentWords of(NewAttachment told, CleanFile clean) {
        return new AttachmentWords(
                told.title(),
                told.dated(),
                Set.copyOf(told.about()),
                clean.kind(),
                clean.width(),
                clean.height(),
                clean.parts().stream().map(each -> each.length).toList());
    }
}
