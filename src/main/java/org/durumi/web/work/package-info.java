/**
 * Pages of check-ins: what is agreed with somebody, that they were heard of, and who was not.
 *
 * <p>May import: work and what lies below it, web.support, web.frame.
 */
@NullMarked
package org.durumi.web.work;

import org.jspecify.annotations.NullMarked;
