package org.durumi.web.files;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.durumi.files.Attachment;
import org.durumi.kernel.EntryId;
import org.durumi.web.support.PageNumber;

/**
 * Some of the files of a case.
 *
 * @param all of them, the newest first
 * @param opened those that their reader may open
 */
public record FilesPage(List<Attachment> all, Set<EntryId> opened, PageNumber number) {
    private static final int PAGE = 20;

    public List<Attachment> shown() {
        int from = Math.min(all.size(), number.index() * PAGE);
        return all.subList(from, Math.min(all.size(), from + PAGE));
    }

    public boolean hasMore() {
        return all.size() > number.value() * PAGE;
    }

    public boolean opens(Attachment file) {
        return opened.contains(file.id());
    }

    static Set<EntryId> ids(List<Attachment> files) {
        return files.stream().map(Attachment::id).collect(Collectors.toSet());
    }
}
