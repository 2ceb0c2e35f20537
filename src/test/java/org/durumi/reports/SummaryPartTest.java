package org.durumi.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import gg.jte.Content;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.durumi.accesslog.AccessGroup;
import org.durumi.kernel.Texts;
import org.junit.jupiter.api.Test;

class SummaryPartTest {
    private static final List<SummaryPart> PARTS = parts();

    @Test
    void each_part_has_a_place_of_its_own() {
        assertEquals(
                PARTS.size(),
                PARTS.stream().mapToInt(SummaryPart::order).distinct().count());
    }

    @Test
    void the_entry_of_a_summary_names_what_its_parts_show() {
        assertEquals(
                EnumSet.of(
                        AccessGroup.SUMMARY,
                        AccessGroup.CASE,
                        AccessGroup.PARTICIPANT,
                        AccessGroup.JOURNEY,
                        AccessGroup.ATTEMPT,
                        AccessGroup.LEG,
                        AccessGroup.DEVICE,
                        AccessGroup.VULNERABILITY,
                        AccessGroup.INCIDENT,
                        AccessGroup.DETENTION,
                        AccessGroup.INTERVENTION,
                        AccessGroup.POSTING,
                        AccessGroup.BACKGROUND,
                        AccessGroup.NEED,
                        AccessGroup.RELATIONSHIP,
                        AccessGroup.RELATIVE,
                        AccessGroup.GROUP,
                        AccessGroup.REFERRAL,
                        AccessGroup.CONSENT,
                        AccessGroup.QUOTE,
                        AccessGroup.BROKER,
                        AccessGroup.CLAIM,
                        AccessGroup.SOURCE,
                        AccessGroup.RISK,
                        AccessGroup.ALERT,
                        AccessGroup.WAIVER),
                SummaryService.groups(PARTS));
    }

    @Test
    void a_section_that_nobody_knew_is_printed_in_its_place() {
        record Song(String words) implements Section {
            @Override
            public String title() {
                return "summary.happened";
            }

            @Override
            public Content content(SummaryPage page) {
                return page.templates().reportsTimeline(page, List.of(Summaries.entry(words)));
            }

            @Override
            public List<Song> pieces() {
                return List.of(this);
            }
        }
        CaseSummary known = Summaries.justOpened();
        List<Section> sections = new ArrayList<>(known.sections());
        sections.add(1, new Song("아리랑 고개로"));

        String text = new PrintedSummary(new SummaryPdf(() -> 7)
                        .render(
                                new CaseSummary(known.head(), sections),
                                new Texts(Locale.KOREAN, ZoneId.of("Asia/Seoul"))))
                .text();

        assertTrue(text.matches(".*접촉.*아리랑 고개로.*강제송환 위험.*"), text);
    }

    private static List<SummaryPart> parts() {
        return new ClassFileImporter()
                .importPackages("org.durumi.reports").stream()
                        .filter(each -> each.isAssignableTo(SummaryPart.class) && !each.isInterface())
                        .map(each -> {
                            try {
                                return (SummaryPart)
                                        each.reflect().getDeclaredConstructor().newInstance();
                            } catch (ReflectiveOperationException broken) {
                                throw new IllegalStateException(broken);
                            }
                        })
                        .toList();
    }
}
