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

/** A text that a reader sees: at least so many characters of it are visible, as {@link VisibleText} counts them. */
@Documented
@Constraint(validatedBy = Visible.Validator.class)
@Target({ElementType.METHOD, ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface Visible {
    int value() default 1;

    String message() default "form.required";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Counts. */
    final class Validator implements ConstraintValidator<Visible, String> {
        private int shortest;

        @Override
        public void initialize(Visible visible) {
            this.shortest = visible.value();
        }

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            return text == null || VisibleText.length(text) >= shortest;
        }
    }
}
