package org.durumi.web.people;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.durumi.kernel.Texts;
import org.durumi.web.support.Field;
import org.durumi.web.support.FormInput;

/**
 * The year in which somebody was born. A Korean age (세는나이) names one year; years since birth (만 나이) leave two, and a bare age
 * may be meant either way: the form then says which years it means. docs/domain/dates.md shows it.
 */
record BirthYearField(LocalDate today) implements Field<Integer> {
    private static final Pattern YEAR = Pattern.compile("((?:19|20)[0-9]{2})(?: ?년)?(?: ?생)?");
    private static final Pattern KOREAN_AGE = Pattern.compile(
            "(?:세는 ?나이|한국 ?나이|우리 ?나이)(?:로|는)? ?([0-9]{1,2}) ?(?:살|세)?|korean age:? ?([0-9]{1,2})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AGE =
            Pattern.compile("만 ?([0-9]{1,2}) ?(?:살|세)?|aged ([0-9]{1,2})", Pattern.CASE_INSENSITIVE);
    private static final Pattern BARE =
            Pattern.compile("([0-9]{1,2}) ?(?:살|세)?|([0-9]{1,2}) years? old", Pattern.CASE_INSENSITIVE);

    @Override
    public Optional<Integer> read(FormInput input, String name) {
        String typed = input.typed(name).strip();
        Matcher year = YEAR.matcher(typed);
        if (year.matches()) {
            return Optional.of(Integer.valueOf(year.group(1)));
        }
        Optional<Integer> korean = number(KOREAN_AGE, typed);
        if (korean.isPresent()) {
            return korean.map(this::ofKoreanAge);
        }
        Optional<Integer> since = number(AGE, typed);
        if (since.isPresent()) {
            int age = since.get();
            return input.refuse(name, "name.birth-year.age", age, year(age + 1), year(age));
        }
        return number(BARE, typed)
                .<Optional<Integer>>map(age -> input.refuse(
                        name, "name.birth-year.either", age, year(age + 1), year(age), "" + ofKoreanAge(age)))
                .orElseGet(() -> input.refuse(name, "name.birth-year.invalid"));
    }

    private int ofKoreanAge(int age) {
        return today.getYear() - age + 1;
    }

    /** Without the separators of a number. */
    private String year(int before) {
        return "" + (today.getYear() - before);
    }

    private static Optional<Integer> number(Pattern pattern, String typed) {
        return Optional.of(pattern.matcher(typed))
                .filter(Matcher::matches)
                .map(read -> Optional.ofNullable(read.group(1)).orElseGet(() -> read.group(2)))
                .map(Integer::valueOf);
    }

    @Override
    public void fill(FormInput input, String name, Integer year) {
        input.with(name, year.toString());
    }

    @Override
    public String show(Integer year, Texts texts) {
        return year.toString();
    }
}
