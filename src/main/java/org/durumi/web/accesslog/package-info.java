/**
 * The auditor's page: who saw or did what.
 *
 * <p>May import: all features.
 */
@NullMarked
package org.durumi.web.accesslog;

import org.jspecify.annotations.NullMarked;
