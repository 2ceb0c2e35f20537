package org.durumi.web.frame;

import gg.jte.Content;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import org.durumi.web.support.Page;

/** What every feature tells on the page on which somebody's day begins. */
@ApplicationScoped
public class HomeParts {
    @Inject
    @Any
    Instance<HomePart> someParts;

    private List<HomePart> parts = List.of();

    /** The features that are there are the same for everybody, for as long as the application runs. */
    @PostConstruct
    void collect() {
        parts = someParts.stream()
                .sorted(Comparator.comparingInt(HomePart::order))
                .toList();
    }

    /** What waits for the reader of a page, the most urgent first. */
    public List<Content> read(HomePage where, Page page) {
        return parts.stream()
                .filter(each -> each.pages().contains(where))
                .flatMap(each -> each.read(page).stream())
                .toList();
    }
}
