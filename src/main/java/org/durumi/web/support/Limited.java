package org.durumi.web.support;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.durumi.identity.limit.Limit;

/**
 * Marks a method of a controller that one person may ask for only so often. What opens a case needs no mark: every address
 * with the number of a case counts. {@link LimitFilter} counts.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Limited {
    Limit value();
}
