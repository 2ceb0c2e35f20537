package org.durumi.web.cases;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.durumi.accesslog.AccessGroup;
import org.durumi.kernel.Texts;
import org.durumi.route.Stage;

/** What a long form of a case is, in words of ours, as its address tells: «Participant A: Contact lost», «legs». */
final class FormName {
    private static final Pattern FORM = Pattern.compile("/cases/[^/]+/([a-z-]+)/.*");
    private static final Pattern STAGE = Pattern.compile("[?&]stage=([A-Z_]+)");
    private static final Pattern LETTER = Pattern.compile("[?&]" + Pattern.quote("for%5B%5D=") + "([A-Z]{1,2})(?=&|$)");

    private FormName() {}

    /** Empty if the address says nothing that has a word. */
    static Optional<String> of(String address, Texts texts) {
        return FORM.matcher(address)
                .results()
                .findFirst()
                .map(found -> found.group(1))
                .flatMap(kind -> kind.equals("stages")
                        ? stage(address, texts)
                        : group(kind).map(texts::text));
    }

    private static Optional<String> stage(String address, Texts texts) {
        String letters =
                LETTER.matcher(address).results().map(found -> found.group(1)).collect(Collectors.joining(", "));
        return STAGE.matcher(address)
                .results()
                .findFirst()
                .map(found -> found.group(1))
                .flatMap(FormName::stage)
                .map(stage -> letters.isEmpty() ? texts.text(stage) : texts.text("stage.title", letters, stage));
    }

    private static Optional<Stage> stage(String name) {
        return Arrays.stream(Stage.values())
                .filter(each -> each.name().equals(name))
                .findFirst();
    }

    /** The addresses of a kind of fact have its name, in the plural. */
    private static Optional<AccessGroup> group(String plural) {
        String name = plural.replaceAll("ies$", "y")
                .replaceAll("s$", "")
                .replace('-', '_')
                .toUpperCase(Locale.ROOT);
        return Arrays.stream(AccessGroup.values())
                .filter(each -> each.name().equals(name))
                .findFirst();
    }
}
