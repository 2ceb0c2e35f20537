package org.durumi.web.circumstances;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.durumi.accesslog.AccessGroup;
import org.durumi.circumstances.CircumstanceKind;
import org.durumi.circumstances.Circumstances;
import org.durumi.circumstances.CircumstancesService;
import org.durumi.circumstances.PlainCircumstance;
import org.durumi.circumstances.PlainWords;
import org.durumi.web.frame.CasePart;
import org.durumi.web.frame.CaseTab;
import org.durumi.web.frame.OpenCase;
import org.durumi.web.frame.PartPlace;
import org.durumi.web.support.Pages;

/** Who of a case belongs together, to whom else, and who stayed behind. */
@ApplicationScoped
class Belonging implements CasePart {
    @Inject
    Pages pages;

    @Inject
    CircumstancesService circumstances;

    @Override
    public PartPlace place() {
        return new PartPlace(
                CaseTab.PEOPLE, 5, Set.of(AccessGroup.GROUP, AccessGroup.RELATIONSHIP, AccessGroup.RELATIVE));
    }

    @Override
    public Optional<Content> read(OpenCase open) {
        Circumstances known =
                circumstances.of(open.view().file(), AccessGroup.GROUP, AccessGroup.RELATIONSHIP, AccessGroup.RELATIVE);
        List<PlainCircumstance<?>> shown = Stream.of(
                        CircumstanceKind.GROUP, CircumstanceKind.RELATIONSHIP, CircumstanceKind.RELATIVE)
                .flatMap(kind -> known.of(kind).stream())
                .toList();
        PlainWords words = new PlainWords(known, open.view()::letter, open.texts());
        return Optional.of(pages.templates().circumstancesBelonging(open, shown, words));
    }
}
