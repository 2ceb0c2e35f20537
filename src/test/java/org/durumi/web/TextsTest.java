package org.durumi.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.durumi.kernel.Texts;
import org.junit.jupiter.api.Test;

/** Everything that a reader reads stands in the bundles, in both languages. */
class TextsTest {
    private static final Path BUNDLES = Path.of("src/main/resources/org/durumi/i18n");
    private static final Path PAGES = Path.of("src/main/jte");
    private static final Path CODE = Path.of("src/main/java");

    /** Enums that no reader ever sees by name. */
    private static final Set<String> NEVER_SHOWN = Set.of(
            org.durumi.identity.ForeignRow.Kind.class.getName(),
            org.durumi.mac.MacUse.class.getName(),
            org.durumi.web.support.Prose.Kind.class.getName(),
            // The page says what became of a code.
            "org.durumi.mail.MailAddressService$Typed",
            org.durumi.web.frame.HomePage.class.getName(),
            org.durumi.links.MergeState.class.getName(),
            // Said together with the value that stands there.
            "org.durumi.web.links.MergeForm$Where",
            "org.durumi.evidence.Weight",
            org.durumi.approval.DecisionKind.class.getName(),
            org.durumi.work.JobKind.class.getName(),
            // A kind is called by the texts of its page.
            org.durumi.circumstances.CircumstanceKind.class.getName(),
            // The shape of the stepper and the journey of a sign-in have texts under keys of their own.
            "org.durumi.route.StageStep$State",
            "org.durumi.reports.People$StepState",
            "org.durumi.reports.Way$Mark",
            "org.durumi.circumstances.DrawnWay$Edge",
            "org.durumi.cases.CaseRights$Right",
            "org.durumi.cases.StageRequested$Matter",
            // There is one audience so far, and every page says «internal».
            "org.durumi.reports.Audience",
            // The console says it in English.
            "org.durumi.identity.RoleGrants$AtConsole",
            "org.durumi.identity.session.SignInNotice",
            "org.durumi.identity.session.Strength",
            "org.durumi.vault.VaultLock$State",
            "org.durumi.identity.limit.Limit",
            "org.durumi.identity.SignInRefused$Reason",
            "org.durumi.identity.SignedOut$Reason");

    private static final Pattern KEY_IN_PAGE = Pattern.compile(
            "(?:text\\(|\\b(?:label|hint|submit|none|unit|confirm|title) = )\"([a-z][\\w-]*(?:\\.[\\w-]+)+)\"(?!\\s*\\+)");
    private static final Pattern KEY_IN_CODE =
            Pattern.compile("(?:(?:new RuleViolation\\(|RuleViolation\\.at\\(\\s*\"[^\"]*\",|errors\\.at\\([^,;]*,"
                    + "|refuse\\([^,;]*,|onTop\\()\\s*|(?=\"notice\\.))\"([a-z][\\w-]*(?:\\.[\\w-]+)+)\"");

    @Test
    void both_languages_have_the_same_keys() {
        for (String bundle : Texts.BUNDLES) {
            assertEquals(keys(bundle, "ko"), keys(bundle, "en"), bundle);
        }
    }

    @Test
    void a_key_stands_in_one_bundle_only() {
        Map<String, String> homes = new HashMap<>();
        List<String> twice = new ArrayList<>();
        for (String bundle : Texts.BUNDLES) {
            for (String key : keys(bundle, "ko")) {
                String other = homes.put(key, bundle);
                if (other != null) {
                    twice.add(key + " in " + other + " and " + bundle);
                }
            }
        }
        assertEquals(List.of(), twice);
    }

    @Test
    void both_languages_take_the_same_arguments() {
        List<String> different = new ArrayList<>();
        for (String bundle : Texts.BUNDLES) {
            Properties korean = load(bundle, "ko");
            Properties english = load(bundle, "en");
            for (String key : korean.stringPropertyNames()) {
                if (!arguments(korean.getProperty(key)).equals(arguments(english.getProperty(key, "")))) {
                    different.add(key);
                }
            }
        }
        assertEquals(List.of(), different);
    }

    @Test
    void every_enum_constant_has_a_text() {
        Set<String> known = allKeys();
        Set<String> missing = new TreeSet<>();
        for (JavaClass each : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.durumi")) {
            if (each.isEnum() && !NEVER_SHOWN.contains(each.getName())) {
                for (Object constant : each.reflect().getEnumConstants()) {
                    String key = each.getSimpleName() + "." + ((Enum<?>) constant).name();
                    if (!known.contains(key)) {
                        missing.add(key);
                    }
                }
            }
        }
        assertEquals(Set.of(), missing);
    }

    @Test
    void every_key_that_a_page_or_a_rule_names_exists() {
        Set<String> known = allKeys();
        Set<String> missing = new TreeSet<>();
        files(PAGES, ".jte").forEach(page -> missing.addAll(named(KEY_IN_PAGE, page, known)));
        files(CODE, ".java").forEach(code -> missing.addAll(named(KEY_IN_CODE, code, known)));
        assertEquals(Set.of(), missing);
    }

    @Test
    void no_page_holds_words_of_its_own() {
        List<String> words = new ArrayList<>();
        for (Path page : files(PAGES, ".jte")) {
            String drawn = withoutCode(read(page));
            Matcher text = Pattern.compile(">([^<>]*)<").matcher(drawn);
            while (text.find()) {
                if (Pattern.compile("\\p{L}{2,}").matcher(text.group(1)).find()) {
                    words.add(page + ": " + text.group(1).strip());
                }
            }
            Matcher attribute = Pattern.compile("(?:aria-label|title|alt|placeholder)=\"([^\"]*\\p{L}{2,}[^\"]*)\"")
                    .matcher(drawn);
            while (attribute.find()) {
                words.add(page + ": " + attribute.group(1));
            }
        }
        assertEquals(List.of(), words);
    }

    private static String withoutCode(String page) {
        String drawn = page.replaceAll("(?m)^@(import|param) .*$", "")
                .replaceAll("(?s)<%--.*?--%>|@raw.*?@endraw|<style>.*?</style>", "")
                .replaceAll("(?m)^\\s*!\\{.*}\\s*$", "");
        drawn = withoutBalanced(drawn, "${", '{', '}');
        for (String control : List.of("@if(", "@elseif(", "@for(")) {
            drawn = withoutBalanced(drawn, control, '(', ')');
        }
        return drawn.replaceAll("@(else|endif|endfor)", "")
                .replaceAll("@template\\.[\\w.]+\\((?:[^`()]|\\((?:[^`()]|\\([^`()]*\\))*\\))*\\)", "")
                .replaceAll("@template\\.[^`]*?@`", "")
                .replaceAll("`[^`<>]*@`", "")
                .replaceAll("`[^`<>]*\\)", "");
    }

    private static String withoutBalanced(String text, String start, char open, char close) {
        StringBuilder rest = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            if (text.startsWith(start, i)) {
                int depth = 1;
                i += start.length();
                while (depth > 0) {
                    if (text.charAt(i) == open) {
                        depth++;
                    } else if (text.charAt(i) == close) {
                        depth--;
                    }
                    i++;
                }
            } else {
                rest.append(text.charAt(i));
                i++;
            }
        }
        return rest.toString();
    }

    private static Set<String> named(Pattern form, Path file, Set<String> known) {
        Set<String> missing = new TreeSet<>();
        Matcher matcher = form.matcher(read(file));
        while (matcher.find()) {
            if (!known.contains(matcher.group(1))) {
                missing.add(matcher.group(1) + " in " + file);
            }
        }
        return missing;
    }

    private static Set<String> arguments(String pattern) {
        Set<String> arguments = new TreeSet<>();
        Matcher matcher = Pattern.compile("\\{(\\d+)").matcher(pattern);
        while (matcher.find()) {
            arguments.add(matcher.group(1));
        }
        return arguments;
    }

    private static Set<String> allKeys() {
        Set<String> all = new TreeSet<>();
        Texts.BUNDLES.forEach(bundle -> all.addAll(keys(bundle, "ko")));
        return all;
    }

    private static Set<String> keys(String bundle, String language) {
        return new TreeSet<>(load(bundle, language).stringPropertyNames());
    }

    private static Properties load(String bundle, String language) {
        Properties texts = new Properties() {
            private static final long serialVersionUID = 1L;

            @Override
            public synchronized Object put(Object key, Object text) {
                Object before = super.put(key, text);
                // The later one would be read and the earlier lost, without a word.
                assertNull(before, () -> key + " stands twice in " + bundle + "_" + language);
                return before;
            }
        };
        try (var in = Files.newBufferedReader(BUNDLES.resolve(bundle + "_" + language + ".properties"))) {
            texts.load(in);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
        return texts;
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(each -> each.toString().endsWith(ending)).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
