package org.durumi.kernel;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A text of at most so many characters, counted as the forms and the tables count them: in code points. */
@Documented
@Constraint(validatedBy = Longest.Validator.class)
@Target({ElementType.METHOD, ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface Longest {
    int value();

    /** Whether it may have several lines. */
    boolean lines() default false;

    String message() default "form.too-long";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Counts. */
    final class Validator implements ConstraintValidator<Longest, String> {
        private int longest;

        @Override
        public void initialize(Longest longest) {
            this.longest = longest.value();
        }

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            return text == null || fits(text, longest);
        }

        static boolean fits(String text, int longest) {
            return text.codePointCount(0, text.length()) <= longest;
        }
    }
}
