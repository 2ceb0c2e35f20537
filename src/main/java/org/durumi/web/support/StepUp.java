package org.durumi.web.support;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks what only somebody may do who has proved within the last five minutes who they are: approving, assigning, exporting,
 * unlocking. On a method of a controller, or on the controller for all of its methods. {@link StepUpFilter} asks.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface StepUp {}
