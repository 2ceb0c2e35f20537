package org.durumi.web.files;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.durumi.files.AttachmentService;
import org.durumi.web.frame.CasePart;
import org.durumi.web.frame.OpenCase;
import org.durumi.web.frame.PartPlace;

/** The place of the files in the navigation of a case, with their number; {@link FileController} draws the page. */
@ApplicationScoped
class FilesCount implements CasePart {
    @Inject
    AttachmentService files;

    @Override
    public PartPlace place() {
        return new PartPlace(FileController.TAB, 10, Set.of());
    }

    @Override
    public Optional<Content> read(OpenCase open) {
        return Optional.empty();
    }

    @Override
    public OptionalInt count(OpenCase open) {
        return OptionalInt.of(files.numberOf(open.view().file()));
    }
}
